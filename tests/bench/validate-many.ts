import type { PoolClient } from "pg";
import { getLossEvidence } from "@/db/queries/validation/get-loss-evidence";
import { getValidations } from "@/db/queries/validation/get-validation";
import { getValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { listHorizons } from "@/db/queries/validation/list-horizons";
import { listWatched } from "@/db/queries/validation/list-watched";
import { openPast } from "@/db/queries/validation/open-past";
import { HORIZONS } from "@/lib/core/validation/horizons";
import { systemContext } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";
import type { BenchDatabase } from "./bench-database";
import { median } from "./compare";

const VERSION = 2;
const ROUNDS = 3;

/** Two ways to a full validation of four renewal decisions for every three accounts, from the rows on; undone afterwards. `page`:
 * all that the page asks, at 90 days with another version beside it, four horizons by three scores, and the last losses.
 * `reports`: the whole report at each of the four horizons. `ownMillis` is what this process worked of it: on a busy machine the
 * rest is waiting, for the database too. */
export async function validateMany({ pool }: BenchDatabase) {
  const undone = new Error("undone");
  const found = { page: { millis: 0, ownMillis: 0 }, reports: { millis: 0, ownMillis: 0 }, cases: [0] };
  const work = withTransaction(
    pool,
    async ({ tx, client }) => {
      await fill(client);
      const ctx = await systemContext("bench", tx);
      const rules = { smallDownsells: true, unavoidable: true };
      found.page = await timed(async () => {
        const past = openPast(ctx);
        await getValidationSummary(ctx, { ...rules, horizon: 90, version: VERSION, beside: 1 }, past);
        const rows = await listHorizons(ctx, { ...rules, version: VERSION, before: "decided" }, past);
        found.cases = rows.flatMap(({ sides }) => sides.map(({ n }) => n));
        await getLossEvidence(ctx, VERSION, past);
        await listWatched(ctx);
      });
      found.reports = await timed(() => getValidations(ctx, { ...rules, horizons: HORIZONS, version: VERSION }));
      throw undone;
    },
    { statementTimeoutMillis: 0 },
  );
  await work.catch((error) => {
    if (error !== undone) throw error;
  });
  return found;
}

async function timed(work: () => Promise<unknown>) {
  const [times, own]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    await work();
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(used);
    own.push((user + system) / 1000);
  }
  return { millis: median(times), ownMillis: median(own) };
}

/** Four outcomes for every three accounts within two years, and what two versions and people said before them: other numbers for
 * every account, as scores are. */
async function fill(client: PoolClient): Promise<void> {
  await client.query("delete from outcomes; delete from decision_replays");
  await client.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents, currency)
     select id, 'bench ' || k, (array['renewed', 'renewed', 'expanded', 'churned', 'downsold'])[1 + (id + k) % 5],
       date '2026-11-30' - id % 365 - 200 * k, date '2026-12-30' - id % 365 - 200 * k, 100000 + id, 90000, 'USD'
     from accounts, generate_series(0, 1) k where k = 0 or id % 3 = 0`,
  );
  await client.query(
    `insert into decision_replays (version, account_id, day, published, score, health, qualitative, score_tone, health_tone,
       people_tone, definition, readings)
     select version, account_id, decided_on - h, false, x, x, x, tone, tone, tone, 0, array[x, x / 3 - 10, x, 12 - x / 9, x, x]
     from outcomes o, unnest($1::int[]) h, unnest($2::int[]) version,
       lateral (select ((o.account_id * 7919 + h * 11) % 10007) / 100.07 as x) said, lateral (select 1 + floor(x / 34)::int as tone) t`,
    [[...HORIZONS], [1, VERSION]],
  );
  await client.query("select ensure_months('health_day', '2024-06-01', '2026-11-30')");
  await client.query(
    `insert into health_day (account_id, day, score, health, qualitative, coverage, model_version, score_tone, health_tone, people_tone, replayed)
     select account_id, day, score, health, qualitative, 1, version, score_tone, health_tone, people_tone, true
     from decision_replays where version = $1 on conflict do nothing`,
    [VERSION],
  );
  await client.query("analyze outcomes; analyze decision_replays; analyze health_day");
}
