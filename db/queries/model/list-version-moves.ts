import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { computeBook } from "@/lib/server/run/compute-book";
import { readWhole } from "@/lib/server/run/read-whole";
import { toneCode } from "@/lib/server/run/write-scores";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** Accounts by the tones that two versions give them on the same readings; ARR in the workspace's currency, where there is a rate. */
export type VersionMoves = {
  asOf: Day;
  moves: { from: number; to: number; accounts: number; arrCents: number }[];
  /** Of the accounts that change tone: the largest. */
  largest: { slug: string; name: string; from: number; to: number; arrCents: number | null }[];
};

const LARGEST = 10;

/** What two versions of the model say of the same accounts on the day of the current run; null before the first run. */
export async function listVersionMoves(ctx: Ctx, from: number, to: number): Promise<VersionMoves | null> {
  const { rows: runs } = await ctx.db.execute<{ asOf: Day }>(sql`select as_of as "asOf" from runs where is_current`);
  const asOf = runs[0]?.asOf;
  if (!asOf) return null;
  const { rows: seen } = await ctx.db.execute<{ id: number; slug: string; name: string }>(sql`
    select t.account_id as id, t.slug, t.name from triage t where ${visibleAccounts(ctx, sql`t.account_id`)}`);
  const faces = new Map(seen.map((row) => [row.id, row]));
  const [before, after] = await readWhole(ctx.db, async (client) => [
    await computeBook(client, asOf, { version: from }),
    await computeBook(client, asOf, { version: to }),
  ]);
  const moves = new Map<string, VersionMoves["moves"][number]>();
  const changed: VersionMoves["largest"] = [];
  for (let i = 0; i < before.scored.n; i++) {
    const face = faces.get(before.book.accountIds[i] as number);
    if (!face) continue;
    const [a, b] = [before, after].map(({ model, scored }) =>
      toneCode(model, scored.definition[i] as number, scored.healthBand[i] as number),
    ) as [number, number];
    const arr = before.arrCents[i] as number;
    const arrCents = Number.isNaN(arr) ? null : arr;
    const move = moves.get(`${a} ${b}`) ?? { from: a, to: b, accounts: 0, arrCents: 0 };
    moves.set(`${a} ${b}`, { ...move, accounts: move.accounts + 1, arrCents: move.arrCents + (arrCents ?? 0) });
    if (a !== b) changed.push({ slug: face.slug, name: face.name, from: a, to: b, arrCents });
  }
  const byArr = (x: { arrCents: number | null }, y: { arrCents: number | null }) =>
    (y.arrCents ?? 0) - (x.arrCents ?? 0);
  return { asOf, moves: [...moves.values()], largest: changed.sort(byArr).slice(0, LARGEST) };
}
