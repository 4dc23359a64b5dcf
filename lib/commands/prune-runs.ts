import "server-only";
import { addDays } from "@/lib/core/calendar";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** Days for which every day's last run is kept whole; before that, one a week. */
const DAILY_DAYS = 90;

/** Drops the score rows of runs that the policy no longer keeps, and of failed ones. What the runs were stays listed, and
 * health_day keeps the health of every day; a decomposition of such a date is replayed. Returns the runs dropped. */
export async function pruneRuns(ctx: Ctx): Promise<number[]> {
  await authorize(ctx, "run:compute");
  return withTransaction(ctx, async ({ tx, client }) => {
    const { rows } = await client.query<{ id: number }>(
      `select id from (
         select id, is_current, status,
           row_number() over (partition by case when as_of >= $1 then as_of else date_trunc('week', as_of)::date end
             order by as_of desc, id desc) as nr
         from runs where status <> 'computing'
       ) ranked
       where not is_current and (nr > 1 or status = 'failed') and to_regclass('run_scores_' || id) is not null order by id`,
      [addDays(ctx.today, -DAILY_DAYS)],
    );
    for (const { id } of rows) await client.query(`drop table run_scores_${id}`);
    const dropped = rows.map((row) => row.id);
    if (dropped.length > 0) await emitAudit(ctx, tx, { entry: "run.pruned", after: { runs: dropped } });
    return dropped;
  });
}
