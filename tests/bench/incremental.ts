import { databaseOn } from "@/db/client";
import { computeRun } from "@/lib/commands/compute-run";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { type Ctx, systemContext } from "@/lib/server/context";
import type { BenchDatabase } from "./bench-database";
import { median, millis } from "./compare";

/** What everybody sees after a run, without the ids of runs, as one hash. */
const SEEN = `select md5(string_agg(row, '|' order by row)) as hash from (
  select (to_jsonb(t) - 'run_id')::text as row from triage t
  union all select (to_jsonb(s) - 'run_id')::text from run_scores s where run_id = (select id from runs where is_current)
  union all select to_jsonb(p)::text from portfolio_day p) rows`;

/** Rounds before those that are measured: the process of a server has long compiled what it runs all day. */
const WARM = 20;
const ROUNDS = 5;

/** G4: scorecards of some accounts turned, and these scored anew into the current run: the worst share of 20 ms + 100 µs an
 * account over sizes up to a quarter of the book; and whether that leaves what a full run leaves. */
export async function incremental({ pool, accounts }: BenchDatabase) {
  const ctx = await systemContext("bench", databaseOn(pool));
  // A run kept from before may be of older code: what it left is not what one of today leaves.
  await computeRun(ctx);
  const sizes = [1, 10, 100, 1000].filter((size) => size <= accounts / 4);
  const perSize: Record<string, number> = {};
  let worst = 0;
  for (const size of sizes) {
    const times: number[] = [];
    for (let round = 0; round < WARM + ROUNDS; round++) {
      const ids = await touch(ctx, size, round);
      const took = await millis(() => updateAccounts(ctx, ids));
      if (round >= WARM) times.push(took);
    }
    perSize[size] = Math.round(median(times) * 10) / 10;
    worst = Math.max(worst, median(times) / (20 + 0.1 * size));
  }
  const seen = async () => {
    const client = await pool.connect();
    try {
      await client.query("set statement_timeout = 0");
      return (await client.query<{ hash: string }>(SEEN)).rows[0]?.hash;
    } finally {
      client.release(true);
    }
  };
  const after = await seen();
  await computeRun(ctx);
  return { worst, millisBySize: perSize, identical: after === (await seen()) };
}

/** Turns the November card of some accounts, which needs no day closed anew. */
async function touch(ctx: Ctx, size: number, round: number): Promise<number[]> {
  const { rows } = await ctx.db.$client.query<{ id: number }>(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     select account_id, '2026-11',
       (select coalesce(max(version), 0) + 1 from scorecards s where s.account_id = t.account_id and period = '2026-11'),
       $1, 'lapsed', 'in_development', 'owner', $2
     from triage t order by account_id limit $3 returning account_id as id`,
    [round % 2 ? "at_risk" : "active", ctx.today, size],
  );
  return rows.map((row) => row.id);
}
