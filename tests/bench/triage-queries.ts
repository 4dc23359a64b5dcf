import { databaseOn } from "@/db/client";
import { listTriage, TRIAGE_SORTS, type TriageCursor, type TriageSort } from "@/db/queries/list-triage";
import { type Ctx, systemContext } from "@/lib/server/context";
import type { BenchDatabase } from "./bench-database";
import { millis, percentile, sideBySide } from "./compare";

const ROUNDS = 30;

/** G6: the first page of the queue by every sort, for all, one book and one tone; the worst 95th percentile in ms, and what
 * a page at 99% depth costs against the first. */
export async function triageQueries({ pool }: BenchDatabase) {
  const ctx = await systemContext("bench", databaseOn(pool));
  const { rows } = await pool.query<{ csm: number; n: number }>(
    "select csm_id as csm, (select count(*)::int from triage) as n from triage where csm_id is not null group by 1 order by count(*) desc limit 1",
  );
  const csm = rows[0]?.csm ?? 0;
  const filters = { all: { book: "all" }, book: { book: csm }, red: { book: "all", tones: [1] } } as const;
  const sorts = Object.keys(TRIAGE_SORTS) as TriageSort[];
  // The process of a server has long compiled what it runs all day.
  for (let round = 0; round < ROUNDS; round++) for (const sort of sorts) await listTriage(ctx, filters.book, { sort });
  const p95: Record<string, number> = {};
  for (const [name, filter] of Object.entries(filters))
    for (const sort of sorts)
      p95[`${name} by ${sort}`] = percentile(await timesOf(() => listTriage(ctx, filter, { sort })), 95);
  const worst = Math.max(...Object.values(p95));
  const after = await cursorAt(ctx, Math.floor((rows[0]?.n ?? 0) * 0.99));
  const { first, deep } = await sideBySide(
    {
      first: () => listTriage(ctx, { book: "all" }),
      deep: () => listTriage(ctx, { book: "all" }, { after }),
    },
    ROUNDS,
  );
  const slowest = Object.entries(p95).find(([, value]) => value === worst)?.[0];
  return { worst, slowest, depthRatio: deep / first };
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  await work();
  await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await millis(work));
  return times;
}

async function cursorAt(ctx: Ctx, depth: number): Promise<TriageCursor> {
  const { rows } = await ctx.db.$client.query<TriageCursor>(
    `select priority as value, account_id as "accountId" from triage order by priority desc, account_id offset $1 limit 1`,
    [depth],
  );
  return rows[0] as TriageCursor;
}
