import "server-only";
import type { Column } from "@/lib/core/measures/columns";

/** Columns of account_day that follow from others: contracts in force without a rate, the due day of the oldest late invoice. */
export type Increment = Column | "without_rate" | "overdue_since";

/** What is being closed, as SQL: accounts of the temporary table `closing` from `low` to `high`, days up to `to`; their first
 * days are from `from` to `last`. Said again beside the joins, so that the planner can use its statistics; `after`, `fresh` and
 * `before` are instants safely outside since, from and to in any time zone, for a cheap first look. */
export type Scope = {
  zone: string;
  since: string;
  from: string;
  last: string;
  to: string;
  after: string;
  fresh: string;
  before: string;
  low: number;
  high: number;
};

/** A query giving (account_id, day, columns…): what to add on the day, or the day or code to keep the highest of. */
export type Piece = { columns: readonly Increment[]; sql: string };

/** A family of account_day's columns, as the queries that their values run up from. */
export type Feed = (scope: Scope) => Piece[];

/** What happened on a day, from the account's last closed day on; earlier rows of an account never closed count on its first. */
export function happened(scope: Scope, rows: string, day: string, columns: Partial<Record<Increment, string>>): Piece {
  return {
    columns: Object.keys(columns) as Increment[],
    sql: `select x.account_id, greatest(${day}, c.from_day) as day, ${Object.values(columns).join(", ")}
      from closing c join ${rows} on x.account_id = c.account_id
      where ${within(scope)} and ${day} between ${scope.since} and ${scope.to} and ${day} >= c.since`,
  };
}

/** What was in force: values counted from `start` until the day before `over` (null or infinity: still). The row before is
 * gone on from, so that only what begins or ends is looked at; `anew` counts whatever is in force, whenever it began. */
export function held(
  scope: Scope,
  rows: string,
  start: string,
  over: string,
  columns: Partial<Record<Increment, string>>,
  anew = false,
): Piece {
  const names = Object.keys(columns) as Increment[];
  const values = names.map((name) => `${columns[name]} as ${name}`);
  const since = anew ? "date '0001-01-01'" : "c.since";
  return {
    columns: names,
    sql: `select s.account_id, edge.day, ${names.map((name) => `edge.sign * s.${name}`).join(", ")} from (
        select x.account_id, case when ${start} >= ${since} then greatest(${start}, c.from_day) end as start,
          ${over} as over, ${values.join(", ")}
        from closing c join ${rows} on x.account_id = c.account_id
        where ${within(scope)} and ${start} <= ${scope.to} and (${start} >= ${since} or ${over} <= ${scope.to})
          and coalesce(${over}, 'infinity') > ${start} and coalesce(${over}, 'infinity') >= c.from_day
      ) s cross join lateral (values (s.start, 1), (s.over, -1)) edge (day, sign) where edge.day <= ${scope.to}`,
  };
}

/** Whether spans of an account need looking at: it goes on from no row, or an edge of one of its spans is in the days closed. */
export function stirred(scope: Scope, ...edges: Array<{ table: string; days: string[] }>): string {
  const accounts = edges.map(
    ({ table, days }) => `select account_id from ${table} where account_id between ${scope.low} and ${scope.high}
      and (${days.map((day) => `${day} between ${scope.from} and ${scope.to}`).join(" or ")})`,
  );
  // "is true" keeps it out of the joins: the ids are hashed once. Joined, a misjudged plan reads the tables again for every row.
  return `(x.account_id in (select account_id from closing where not based union all ${accounts.join(" union all ")})) is true`;
}

/** The lowest value in force on each day, of spans (account_id, start, over, value), as the code of `latest`; 0 where none is. */
export function lowest(scope: Scope, column: Increment, spans: string): Piece {
  return {
    columns: [column],
    sql: `select q.* from (with spans as materialized (${spans})
      select p.account_id, p.day, ${latest("p.day - date '1970-01-01'", "coalesce(min(s.value), 0)")}
      from (select distinct s.account_id, edge.day from spans s join closing c on c.account_id = s.account_id
        cross join lateral (values (greatest(s.start, c.from_day)), (s.over)) edge (day)
        where edge.day between c.from_day and ${scope.to}) p
      left join spans s on s.account_id = p.account_id and s.start <= p.day and coalesce(s.over, 'infinity') > p.day
      group by p.account_id, p.day) q`,
  };
}

/** A code whose maximum carries the latest value: order first, then a value of 0 … 2³² − 1. */
export function latest(order: string, value: string): string {
  return `(${order})::int8 * 4294967296 + (${value})`;
}

/** Spans (account_id, key, start, over) of the same key, merged where they touch. */
export function merged(spans: string): string {
  const before = "partition by account_id, key order by start, over";
  return `select account_id, key, min(start) as start, max(over) as over from (
    select *, sum(fresh) over (${before} rows unbounded preceding) as island from (
      select *, case when start <= max(over) over (${before} rows between unbounded preceding and 1 preceding)
        then 0 else 1 end as fresh from (${spans}) spans) marked) islands group by account_id, key, island`;
}

/** The day of an instant in the installation's time zone. */
export function dayIn(scope: Scope, instant: string): string {
  return `(${instant} at time zone ${scope.zone})::date`;
}

/** The rows of a table whose instant may fall on a day being closed. */
export function around(scope: Scope, table: string, instant: string): string {
  return `(select * from ${table} where ${instant} > ${scope.after} and ${instant} < ${scope.before}) x`;
}

/** The accounts being closed, for a query over rows \`x\`. */
export function within(scope: Scope): string {
  return `x.account_id between ${scope.low} and ${scope.high} and c.account_id between ${scope.low} and ${scope.high}`;
}
