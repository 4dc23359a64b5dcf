import "server-only";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";
import { currentRun, tagOf } from "./current-run";
import { assertWholeBook } from "./of-whole-book";

/** Names and addresses of the current run's accounts, by account id. */
export type BookNames = { accountIds: number[]; slugs: string[]; names: string[] };

/** What the accounts of the what-if's columns are called. For those who may read the whole book. */
export async function listBookNames(
  ctx: Ctx,
  runId: number,
  known?: string | null,
): Promise<{ tag: string; names: BookNames | null }> {
  await assertWholeBook(ctx);
  return readWhole(ctx.db, async (client) => {
    const tag = tagOf(await currentRun(client, runId), "names");
    if (tag === known) return { tag, names: null };
    const { rows } = await client.query<[id: number, slug: string, name: string]>({
      rowMode: "array",
      text: "select account_id, slug, name from triage order by account_id",
    });
    const names = {
      accountIds: rows.map((row) => row[0]),
      slugs: rows.map((row) => row[1]),
      names: rows.map((row) => row[2]),
    };
    return { tag, names };
  });
}
