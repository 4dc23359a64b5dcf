import "server-only";
import type { Database } from "@/db/client";
import { audit } from "@/db/schema";
import { actorName, type Ctx } from "@/lib/server/context";

interface Entry {
  /** "resource.verbed", such as "scorecard.submitted". */
  entry: string;
  accountId?: number;
  subject?: string;
  before?: unknown;
  after?: unknown;
}

/** Writes one line of the audit log inside the transaction of the change it tells of. */
export async function emitAudit(ctx: Ctx, tx: Database, { entry, accountId, subject, before, after }: Entry) {
  await tx.insert(audit).values({
    actor: actorName(ctx.actor),
    personId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    entry,
    accountId: accountId ?? null,
    subject: subject ?? null,
    before: before ?? null,
    after: after ?? null,
  });
}
