import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { BandDay } from "@/lib/core/playbook/band-day";

/** Days since go-live and before a day that have a run, in order. */
export async function loadRunDays(client: ClientBase, goLive: Day, asOf: Day): Promise<Day[]> {
  const { rows } = await client.query<{ day: Day }>(
    `select distinct day from portfolio_day where dimension = 'all' and day >= $1 and day < $2 order by day`,
    [goLive, asOf],
  );
  return rows.map(({ day }) => day);
}

/** The first day of an account's absence from the book between two of its days, as clocks take it: they rest. Null where no run
 * went without it. */
export function absenceBetween(runs: readonly Day[], last: Day | undefined, until: Day): BandDay | null {
  if (last === undefined) return null;
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Day) > last) high = middle;
    else low = middle + 1;
  }
  const day = runs[low];
  return day !== undefined && day < until ? { day, tone: null, health: null, by: "data", published: true } : null;
}
