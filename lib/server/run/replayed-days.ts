import "server-only";
import type { ClientBase, Pool } from "pg";
import { addDays, type Day, dayNumber } from "@/lib/core/calendar";

export interface Span {
  from: Day;
  to: Day;
  stepDays?: number;
  /** From here on every day has a point: clocks and "red for 184 days" need them. */
  dailyFrom?: Day;
}

const DAILY_DAYS = 200;

/** The days of a replay, earliest first: the same day of each week, whenever it is replayed, and daily towards the end. */
export function replayDays({ from, to, stepDays = 7, dailyFrom = addDays(to, -DAILY_DAYS) }: Span): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (day >= dailyFrom || dayNumber(day) % stepDays === 0) days.push(day);
  return days;
}

/** Of a span's days, those that were replayed before, and those that never were. Days with a published run are left as people
 * saw them. */
export async function replayedDays(client: ClientBase | Pool, span: Span): Promise<{ kept: Day[]; missing: Day[] }> {
  const { rows } = await client.query<{ day: Day; published: boolean }>(
    `select distinct as_of as day, true as published from runs where status = 'published' and as_of between $1 and $2
     union all select distinct day, false from portfolio_day where dimension = 'all' and day between $1 and $2`,
    [span.from, span.to],
  );
  const published = new Set(rows.filter((row) => row.published).map(({ day }) => day));
  const kept = new Set(rows.map(({ day }) => day).filter((day) => !published.has(day)));
  const missing = replayDays(span).filter((day) => !published.has(day) && !kept.has(day));
  return { kept: [...kept].sort(), missing };
}
