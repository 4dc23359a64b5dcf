import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { type Contract, contractsAsOf, type Outcome, type Rate } from "./contract-oracle";
import { ORACLE } from "./oracle";

export type Point = { account: number; day: Day };

/** What account_day should hold for accounts on days, from raw rows alone. */
export async function expectedRows(client: ClientBase, points: Point[]): Promise<Record<string, unknown>[]> {
  const columns = Object.entries(ORACLE).map(([column, sql]) => `(${sql}) as ${column}`);
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${columns.join(", ")} from unnest($1::int[], $2::date[]) with ordinality p (a, d, i) order by i`,
    [points.map((point) => point.account), points.map((point) => point.day)],
  );
  const contracts = (await client.query<Contract>("select * from contracts")).rows;
  const outcomes = (await client.query<Outcome>("select * from outcomes")).rows;
  const rates = (await client.query<Rate>("select * from exchange_rates")).rows;
  return rows.map((row, i) => {
    const { account, day } = points[i] as Point;
    const of = <T extends { account_id: number }>(all: T[]) => all.filter((one) => one.account_id === account);
    const { inForce: _, ...figures } = contractsAsOf(day, of(contracts), of(outcomes), rates, "USD");
    return { account_id: account, day, ...row, ...figures };
  });
}

/** What account_day does hold for them. */
export async function closedRows(client: ClientBase, points: Point[]): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<Record<string, unknown>>(
    `select d.* from unnest($1::int[], $2::date[]) with ordinality p (a, d, i)
     join account_day d on d.account_id = p.a and d.day = p.d order by i`,
    [points.map((point) => point.account), points.map((point) => point.day)],
  );
  return rows;
}

/** Each account's first day: a customer's, or that of its first signal. */
export async function firstDays(client: ClientBase): Promise<Map<number, Day>> {
  const zone = "(select time_zone from settings)";
  const { rows } = await client.query<{ id: number; day: Day | null }>(`select id, least(customer_since,
    (select min(starts_on) from contracts x where x.account_id = a.id), (select min(day) from usage_days x where x.account_id = a.id),
    (select min(day) from feature_usage x where x.account_id = a.id), (select min(from_on) from entitlements x where x.account_id = a.id),
    (select min((opened_at at time zone ${zone})::date) from tickets x where x.account_id = a.id),
    (select min((at at time zone ${zone})::date) from touchpoints x where x.account_id = a.id),
    (select min(due_on) from invoices x where x.account_id = a.id), (select min(active_from) from contacts x where x.account_id = a.id),
    (select min((at at time zone ${zone})::date) from surveys x where x.account_id = a.id),
    (select min(least(target_on, achieved_on)) from milestones x where x.account_id = a.id),
    (select min((at at time zone ${zone})::date) from events x where x.account_id = a.id),
    (select min(day) from metrics x where x.account_id = a.id), (select min(effective_on) from outcomes x where x.account_id = a.id)
  ) as day from accounts a order by id`);
  return new Map(rows.flatMap(({ id, day }) => (day ? [[id, day] as const] : [])));
}
