import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { historyTable } from "./holds/history-table";

/** Where the health of each account was on earlier days, one entry an account; NaN where it had no band. */
export type Trends = {
  health14: Float64Array;
  health30: Float64Array;
  health90: Float64Array;
  /** Health at the eleven weeks before, oldest first. */
  weeks: Float64Array[];
};

const WEEKS = [77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7];
const BACK = [14, 30, 90, ...WEEKS];
/** How much older than asked for a point may be, where history is kept weekly. */
const SLACK_DAYS = 6;

/** Earlier health from health_day: on the day asked for, or the last day with history within a week before it. */
export async function loadTrends(client: ClientBase, asOf: Day, accountIds: Int32Array): Promise<Trends> {
  const known = await client.query<{ day: Day }>(
    `select day from portfolio_day where dimension = 'all' and day < $1 and day >= $1::date - ${90 + SLACK_DAYS}
     group by day order by day desc`,
    [asOf],
  );
  const days = known.rows.map((row) => row.day);
  const dayFor = BACK.map((back) => {
    const wanted = addDays(asOf, -back);
    return days.find((day) => day <= wanted && daysBetween(day, wanted) <= SLACK_DAYS) ?? null;
  });
  const columns = new Map<Day, Float64Array>();
  for (const day of dayFor) if (day !== null) columns.set(day, new Float64Array(accountIds.length).fill(Number.NaN));
  if (columns.size > 0) await fill(client, columns, accountIds);
  const empty = new Float64Array(accountIds.length).fill(Number.NaN);
  const column = (i: number) => columns.get(dayFor[i] ?? "") ?? empty;
  return {
    health14: column(0),
    health30: column(1),
    health90: column(2),
    weeks: WEEKS.map((_, week) => column(3 + week)),
  };
}

async function fill(client: ClientBase, columns: Map<Day, Float64Array>, accountIds: Int32Array) {
  const index = new Map<number, number>();
  for (const [i, accountId] of accountIds.entries()) index.set(accountId, i);
  const { rows } = await client.query<[number, Day, number]>({
    rowMode: "array",
    text: `select account_id, day, health from ${await historyTable(client)} h
      where day = any($1) and health_tone is not null and account_id = any($2)`,
    values: [[...columns.keys()], Array.from(accountIds)],
  });
  for (const [accountId, day, health] of rows) {
    const i = index.get(accountId);
    if (i !== undefined) (columns.get(day) as Float64Array)[i] = health;
  }
}

/** Since when each account has had its tone (null: insufficient data): the first day of history after its last day with another. */
export async function loadToneSince(
  client: ClientBase,
  asOf: Day,
  accountIds: Int32Array,
  tones: readonly (number | null)[],
): Promise<Day[]> {
  const history = await historyTable(client);
  const { rows } = await client.query<[Day]>({
    rowMode: "array",
    text: `select coalesce((
        select day from ${history} h
        where h.account_id = a.id and h.day < $1 and h.day > coalesce(other.day, '-infinity') order by h.day limit 1
      ), $1::date)
      from unnest($2::int[], $3::int2[]) with ordinality a (id, tone, nr)
      left join lateral (
        select day from ${history} h
        where h.account_id = a.id and h.day < $1 and h.health_tone is distinct from a.tone order by h.day desc limit 1
      ) other on true
      order by nr`,
    values: [asOf, Array.from(accountIds), tones],
  });
  return rows.map((row) => row[0]);
}
