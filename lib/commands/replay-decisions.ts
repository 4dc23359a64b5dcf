import "server-only";
import type { Pool } from "pg";
import { getHistorySpan } from "@/db/queries/get-history-span";
import { comparedVersions, listScoringVersions } from "@/db/queries/validation/list-scoring-versions";
import type { Day } from "@/lib/core/calendar";
import { HORIZONS } from "@/lib/core/validation/horizons";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { poolOf } from "@/lib/server/run/full-run";
import { loadRunModel, type RunModel } from "@/lib/server/run/load-run-model";
import { snapshot } from "@/lib/server/run/read-whole";
import { replayCut } from "@/lib/server/run/replay-cut";
import { withTransaction } from "@/lib/server/transaction";

interface Request {
  /** Versions of the model; the present one and the one before it where left out. */
  versions?: readonly number[] | undefined;
  horizons?: readonly number[];
  /** Days replayed at most; the rest waits for the next time. */
  mostDays?: number;
}

/** Days in one transaction, and transactions at once: while one reads, another computes. */
const AT_ONCE = 10;
const LANES = 2;

/** Asks versions of the model what they say of each account on the days before its decision, where that is not kept yet: what
 * validation compares with the outcome. Returns the number of days asked. */
export async function replayDecisions(ctx: Ctx, { versions, horizons = HORIZONS, mostDays }: Request): Promise<number> {
  await authorize(ctx, "run:compute");
  const asked = versions ?? comparedVersions(await listScoringVersions(ctx), ctx.today);
  const pool = poolOf(ctx);
  const { from } = await getHistorySpan(ctx, ctx.today);
  let left = mostDays ?? Number.POSITIVE_INFINITY;
  let done = 0;
  const models = await withTransaction(pool, async ({ client }) => {
    const loaded: RunModel[] = [];
    for (const version of asked) loaded.push(await loadRunModel(client, ctx.today, version));
    return loaded;
  });
  for (const horizon of [90, ...horizons.filter((other) => other !== 90)].filter((other) => horizons.includes(other)))
    for (const model of models) {
      const cuts = (await missingCuts(pool, model.scoringVersion, horizon, ctx.today)).slice(0, left);
      if (cuts.length === 0) continue;
      await replayAll(pool, model, cuts, from);
      left -= cuts.length;
      done += cuts.length;
    }
  return done;
}

type Cut = { day: Day; accountIds: number[] };

async function missingCuts(pool: Pool, version: number, horizon: number, today: Day): Promise<Cut[]> {
  const { rows } = await pool.query<Cut>(
    `select (o.decided_on - $2::int)::text as day, array_agg(distinct o.account_id) as "accountIds" from outcomes o
     where o.decided_on <= $3 and not exists (select from decision_replays r
       where r.version = $1 and r.account_id = o.account_id and r.day = o.decided_on - $2::int)
     group by o.decided_on order by o.decided_on desc`,
    [version, horizon, today],
  );
  return rows;
}

async function replayAll(pool: Pool, model: RunModel, cuts: readonly Cut[], known: Day): Promise<void> {
  const waiting = [...cuts];
  const lane = async () => {
    for (let some = waiting.splice(0, AT_ONCE); some.length > 0; some = waiting.splice(0, AT_ONCE)) {
      const chunk = some;
      await withTransaction(pool, async ({ client }) => {
        await snapshot(client);
        for (const cut of chunk) await replayCut(client, model, { ...cut, isKnown: cut.day >= known });
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
