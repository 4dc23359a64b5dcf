import "server-only";
import type { Database } from "@/db/client";
import { outbox } from "@/db/schema";
import type { NoticeKind } from "@/lib/core/notices/kinds";

interface Event {
  kind: NoticeKind;
  /** Whoever tells of the same event again tells of it under the same key. */
  dedupeKey: string;
  payload: Record<string, unknown>;
}

/** Owes people and endpoints an event, in the transaction of what happened. */
export async function oweNotice(tx: Database, event: Event): Promise<void> {
  await tx.insert(outbox).values(event).onConflictDoNothing();
}
