import "server-only";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { poolOf } from "@/lib/server/run/full-run";
import { loadRunModel } from "@/lib/server/run/load-run-model";
import { readWhole } from "@/lib/server/run/read-whole";
import { replayDays, type Span } from "@/lib/server/run/replayed-days";
import { replayDayBy } from "@/lib/server/run/version-replay";
import { withTransaction } from "@/lib/server/transaction";

/** Tells the past by one version of the model, a point a week and the last day, beside what was published: no published day, no
 * clock and no portfolio figure changes. Returns the days told. */
export async function replayVersion(
  ctx: Ctx,
  { version, from, to }: { version: number } & Pick<Span, "from" | "to">,
): Promise<number> {
  await authorize(ctx, "run:compute");
  const pool = poolOf(ctx);
  const days = [...new Set([...replayDays({ from, to, dailyFrom: to }), to])];
  const note = (done: number, isFinished: boolean) =>
    pool.query(
      `update model_replay_requests set days_done = $2, days = $3, finished_at = case when $4 then now() end where version = $1`,
      [version, done, days.length, isFinished],
    );
  const model = await readWhole(pool, (client) => loadRunModel(client, to, version));
  await pool.query("delete from model_replays where version = $1", [version]);
  for (const [done, day] of days.entries()) {
    await withTransaction(pool, ({ client }) => replayDayBy(client, model, day));
    await note(done + 1, done + 1 === days.length);
  }
  return days.length;
}
