import "server-only";
import type { ClientBase } from "pg";
import type { ComputedBook } from "@/lib/server/run/compute-book";
import { effectiveBook } from "./effective-book";
import { type HeldRow, heldRows, loadHeldBefore, writeHeldDays } from "./held-rows";
import { judgeBook } from "./judge-book";
import { judgeFeeds } from "./judge-feeds";
import { loadHolds } from "./load-holds";
import { releaseDue } from "./release-due";

/** A computed book with what is held kept out of its consequences: clocks, playbooks, divergences and notices go by `effective`. */
export type Guarded = {
  effective: ComputedBook;
  /** Accounts that a hold makes stand otherwise than computed: now, and in the run that is still seen. */
  held: HeldRow[];
  heldBefore: HeldRow[];
};

/** Decides, in the publishing transaction, what of a run is held, and keeps how held accounts stand on its day. Feeds and the
 * book are judged by whole runs and larger revisions of the newest day alone; `size` is how many accounts the book then has. */
export async function guardRun(
  client: ClientBase,
  computed: ComputedBook,
  { isWhole, size }: { isWhole: boolean; size: number },
): Promise<Guarded> {
  const heldBefore = await loadHeldBefore(client, computed.book.accountIds);
  const isNewest = await judges(client, computed.asOf);
  if (isNewest && isWhole) {
    await releaseDue(client, computed.asOf);
    await judgeFeeds(client, computed.asOf);
  }
  let holds = await loadHolds(client);
  let effective = await effectiveBook(client, computed, holds);
  if (isNewest && (await judgeBook(client, computed, effective, { holds, size }))) {
    holds = await loadHolds(client);
    effective = await effectiveBook(client, computed, holds);
  }
  const held = heldRows(computed, effective);
  await writeHeldDays(client, computed, held);
  return { effective, held, heldBefore };
}

/** Whether a run of a day is judged: from go-live on, and none of a later day is out. */
async function judges(client: ClientBase, asOf: string): Promise<boolean> {
  const { rows } = await client.query<{ judged: boolean }>(
    `select coalesce(go_live_on, '-infinity') <= $1
       and not exists (select from runs where status = 'published' and as_of > $1) as judged from settings where id = 1`,
    [asOf],
  );
  return rows[0]?.judged ?? false;
}
