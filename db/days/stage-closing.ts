import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

/** The first day on which a row of each signal table acts; the triggers mark accounts by the same days. */
const FIRST_DAYS = {
  contracts: () => "starts_on",
  usage_days: () => "day",
  feature_usage: () => "day",
  entitlements: () => "from_on",
  tickets: (zone: string) => `(opened_at at time zone ${zone})::date`,
  touchpoints: (zone: string) => `(at at time zone ${zone})::date`,
  invoices: () => "due_on",
  contacts: () => "active_from",
  surveys: (zone: string) => `(at at time zone ${zone})::date`,
  milestones: () => "least(target_on, achieved_on)",
  events: (zone: string) => `(at at time zone ${zone})::date`,
  metrics: () => "day",
  outcomes: () => "effective_on",
};

/** A query giving (account_id, from_day, mark): whom to close from when, and the version of the mark that is answered by it.
 * With a `floor`, accounts never closed before start on their first day, but not before the floor. */
export type Closing = { accounts: string; values: unknown[]; zone: string; floor: Day | null };

/** Fills the temporary table `closing`: per account the day to close from, the first day that gets a row (`start`), whether
 * the row before is there to go on from (`based`), and from when raw rows count (`since`). */
export async function stageClosing(client: ClientBase, { accounts, values, zone, floor }: Closing): Promise<void> {
  await client.query("drop table if exists closing");
  await client.query(
    `create temporary table closing (account_id int, from_day date, mark text, based bool, start date, since date)`,
  );
  await client.query(
    `insert into closing
     select w.account_id, w.from_day, w.mark, d.based is not null, case when d.based then w.from_day end,
       case when d.based then w.from_day else date '0001-01-01' end
     from (${accounts}) w left join lateral (
       select true as based from account_day d where d.account_id = w.account_id and d.day = w.from_day - 1 limit 1) d on true
     order by w.account_id`,
    values,
  );
  await client.query("create unique index on closing (account_id)");
  await client.query("analyze closing");
  const { rowCount } = await client.query("select from closing where not based limit 1");
  if (rowCount) await stageFirstDays(client, zone, floor);
}

async function stageFirstDays(client: ClientBase, zone: string, floor: Day | null): Promise<void> {
  const fresh = "from closing c join accounts a on a.id = c.account_id where not c.based";
  const firsts = Object.entries(FIRST_DAYS).map(
    ([table, day]) =>
      `select account_id, min(${day(zone)}) from ${table} where account_id in (select account_id from closing where not based) group by 1`,
  );
  const from = floor === null ? "c.from_day" : "greatest($1::date, least(c.from_day, f.day))";
  await client.query(
    `update closing c set from_day = ${from}, start = greatest(f.day, ${from})
     from (select account_id, min(day) as day from (
       select a.id as account_id, a.customer_since as day ${fresh} union all ${firsts.join(" union all ")}
     ) s where day is not null group by account_id) f where f.account_id = c.account_id and not c.based`,
    floor === null ? [] : [floor],
  );
}
