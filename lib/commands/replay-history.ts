import "server-only";
import type { Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { closeUpTo } from "@/lib/server/run/close-up-to";
import { forgetReplays } from "@/lib/server/run/forget-replays";
import { poolOf } from "@/lib/server/run/full-run";
import { replayDaysOf } from "@/lib/server/run/replay-days";
import { replayedDays, type Span } from "@/lib/server/run/replayed-days";
import { withTransaction } from "@/lib/server/transaction";

type Request = Span & { progress?: (done: number, of: number) => void };

/** Days replayed in one transaction, and transactions at once: while one reads, another computes. */
const AT_ONCE = 20;
const LANES = 3;

/** Replays the health of past days from what is now known about them, each with the model and the scorecards of its day:
 * weekly points, daily towards the end, and whatever day has been replayed before. Days with a published run are left as
 * people saw them; divergences and notices are not touched. Returns the number of days replayed. */
export async function replayHistory(ctx: Ctx, span: Request): Promise<number> {
  await authorize(ctx, "run:compute");
  const pool = poolOf(ctx);
  await closeUpTo(pool, span.to, span.from);
  const { rows: queued } = await pool.query<{ id: number; mark: string }>(
    `select account_id as id, xmin::text as mark from replay_queue
     where from_day >= $1 or not exists (select from portfolio_day where day < $1)`,
    [span.from],
  );
  const { kept, missing } = await replayedDays(pool, span);
  const days = [...kept, ...missing].sort();
  await pool.query("select ensure_months('health_day', $1, $2)", [span.from, span.to]);
  let done = 0;
  const waiting = chunksOf(days);
  const lane = async () => {
    for (let some = waiting.shift(); some; some = waiting.shift()) {
      const chunk = some;
      await withTransaction(pool, ({ client }) => replayDaysOf(client, chunk));
      done += chunk.length;
      span.progress?.(done, days.length);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await forgetReplays(pool, null, span.from);
  await pool.query(
    `delete from replay_queue q using unnest($1::int[], $2::text[]) r (id, mark)
     where q.account_id = r.id and q.xmin::text = r.mark`,
    [queued.map(({ id }) => id), queued.map(({ mark }) => mark)],
  );
  return days.length;
}

function chunksOf(days: readonly Day[]): Day[][] {
  return Array.from({ length: Math.ceil(days.length / AT_ONCE) }, (_, i) => days.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}
