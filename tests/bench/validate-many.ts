import type { PoolClient } from "pg";
import { getValidations } from "@/db/queries/validation/get-validation";
import { HORIZONS } from "@/lib/core/validation/horizons";
import { systemContext } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";
import type { BenchDatabase } from "./bench-database";
import { median } from "./compare";

const VERSION = 2;

/** A full validation of an outcome an account: four horizons, three scores each, from the rows to the report. Undone afterwards.
 * `ownMillis` is what this process worked of it: on a busy machine the rest is waiting, for the database too. */
export async function validateMany({ pool }: BenchDatabase) {
  const undone = new Error("undone");
  let found = { millis: 0, ownMillis: 0, outcomes: 0, cases: 0 };
  const work = withTransaction(
    pool,
    async ({ tx, client }) => {
      await fill(client);
      const ctx = await systemContext("bench", tx);
      const rules = { smallDownsells: true, unavoidable: true };
      const [times, own]: [number[], number[]] = [[], []];
      for (let round = 0; round < 3; round++) {
        const [started, used] = [performance.now(), process.cpuUsage()];
        const reports = await getValidations(ctx, { ...rules, horizons: HORIZONS, version: VERSION });
        const report = reports.at(-1);
        if (report) found = { ...found, cases: report.n, outcomes: report.n + report.insufficient.length };
        times.push(performance.now() - started);
        const { user, system } = process.cpuUsage(used);
        own.push((user + system) / 1000);
      }
      found = { ...found, millis: median(times), ownMillis: median(own) };
      throw undone;
    },
    { statementTimeoutMillis: 0 },
  );
  await work.catch((error) => {
    if (error !== undone) throw error;
  });
  return found;
}

/** An outcome an account within the last year, and what a version and people said before it, by the account's number. */
async function fill(client: PoolClient): Promise<void> {
  await client.query("delete from outcomes; delete from decision_replays");
  await client.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents, currency)
     select id, 'bench', (array['renewed', 'renewed', 'expanded', 'churned', 'downsold'])[1 + id % 5],
       date '2026-11-30' - id % 365, date '2026-12-30' - id % 365, 100000 + id, 90000, 'USD' from accounts`,
  );
  await client.query(
    `insert into decision_replays (version, account_id, day, published, score, health, qualitative, score_tone, health_tone,
       people_tone, definition, readings)
     select $1, account_id, decided_on - h, false, x, x, x, 1 + (x / 34)::int % 3, 1 + (x / 34)::int % 3, 1 + (x / 34)::int % 3, 0,
       array[x, x / 3 - 10, x, 12 - x / 9, x, x]
     from (select o.*, h, ((o.account_id * 37 + h * 11) % 100)::float8 as x from outcomes o, unnest($2::int[]) h) o`,
    [VERSION, [...HORIZONS]],
  );
  await client.query("select ensure_months('health_day', '2025-01-01', '2026-11-30')");
  await client.query(
    `insert into health_day (account_id, day, score, health, qualitative, coverage, model_version, score_tone, health_tone, people_tone, replayed)
     select account_id, day, score, health, qualitative, 1, version, score_tone, health_tone, people_tone, true
     from decision_replays on conflict do nothing`,
  );
  await client.query("analyze outcomes; analyze decision_replays; analyze health_day");
}
