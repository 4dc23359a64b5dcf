import "server-only";
import type { PoolClient } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { closeUpTo } from "@/lib/server/run/close-up-to";
import { computeBook } from "@/lib/server/run/compute-book";
import { poolOf } from "@/lib/server/run/full-run";
import { loadModelHistory } from "@/lib/server/run/load-run-model";
import { addToPortfolioDay, countedAccounts } from "@/lib/server/run/portfolio-day";
import { snapshot } from "@/lib/server/run/read-whole";
import { writeHealthDay } from "@/lib/server/run/write-scores";
import { withTransaction } from "@/lib/server/transaction";

interface Span {
  from: Day;
  to: Day;
  stepDays?: number;
  /** From here on every day has a point: clocks and "red for 184 days" need them. */
  dailyFrom?: Day;
  progress?: (done: number, of: number) => void;
}

/** Days replayed in one transaction, and transactions at once: while one reads, another computes. */
const AT_ONCE = 20;
const LANES = 3;
const DAILY_DAYS = 200;

/** Replays the health of past days from what is now known about them, each with the model and the scorecards of its day:
 * weekly points, daily towards the end. Days with a published run are left as people saw them; divergences and notices
 * are not touched. Returns the number of days replayed. */
export async function replayHistory(ctx: Ctx, span: Span): Promise<number> {
  await authorize(ctx, "run:compute");
  const pool = poolOf(ctx);
  await closeUpTo(pool, span.to, span.from);
  const published = await pool.query<{ day: Day }>(
    "select distinct as_of as day from runs where status = 'published' and as_of between $1 and $2",
    [span.from, span.to],
  );
  const seen = new Set(published.rows.map((row) => row.day));
  const days = replayDays(span).filter((day) => !seen.has(day));
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
  return days.length;
}

/** The days of a replay, earliest first: every `stepDays`, counted back from where they become daily. */
export function replayDays({ from, to, stepDays = 7, dailyFrom = addDays(to, -DAILY_DAYS) }: Span): Day[] {
  const days: Day[] = [];
  for (let day = to; day >= from; day = addDays(day, day > dailyFrom ? -1 : -stepDays)) days.push(day);
  return days.reverse();
}

function chunksOf(days: readonly Day[]): Day[][] {
  return Array.from({ length: Math.ceil(days.length / AT_ONCE) }, (_, i) => days.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}

async function replayDaysOf(client: PoolClient, days: readonly Day[]): Promise<void> {
  await snapshot(client);
  const modelOn = await loadModelHistory(client);
  await client.query("delete from health_day where day = any($1)", [days]);
  await client.query("delete from portfolio_day where day = any($1)", [days]);
  for (const day of days) {
    const computed = await computeBook(client, day, { model: modelOn(day) });
    await writeHealthDay(client, computed, true);
    await addToPortfolioDay(client, day, { added: countedAccounts(computed) });
  }
}
