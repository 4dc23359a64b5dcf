import "server-only";
import { COLUMNS, type Column } from "@/lib/core/measures/columns";
import { contacts } from "./feeds/contacts";
import { contracts } from "./feeds/contracts";
import { events } from "./feeds/events";
import { invoices } from "./feeds/invoices";
import { milestones } from "./feeds/milestones";
import { modules } from "./feeds/modules";
import { outcomes } from "./feeds/outcomes";
import type { Feed, Increment, Scope } from "./feeds/piece";
import { surveys } from "./feeds/surveys";
import { tickets } from "./feeds/tickets";
import { touchpoints } from "./feeds/touchpoints";
import { usage } from "./feeds/usage";

const FEEDS: Feed[] = [
  usage,
  modules,
  tickets,
  touchpoints,
  contacts,
  contracts,
  outcomes,
  invoices,
  surveys,
  milestones,
  events,
];
const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
const INCREMENTS: Increment[] = [
  ...COLUMN_NAMES.filter((column) => column !== "overdue_days"),
  "overdue_since",
  "without_rate",
];
const CODES: readonly Increment[] = ["distinct_users", "alignment", "decide_by", "overdue_since"];
const ANEW: readonly Increment[] = ["seats", "arr_cents", "without_rate", "decide_by", "overdue_since"];
const LARGEST = { int2: 32767, int4: 2147483647, int8: null, date: null };

/** The statement that writes account_day for the accounts of `closing` in a scope. Everything that moves a column is one
 * list of rows: the dense calendar, the row before it, what happened, what began and what ended. Running sums and maxima
 * over that list, peers of a day included, are the columns. */
export function accountDaySql(scope: Scope): string {
  const pieces = FEEDS.flatMap((feed) => feed(scope));
  const branches = pieces.map(({ columns, sql }, i) => {
    const names = columns.map((column) => `${column}_`);
    return branch(`(${sql}) p${i} (account_id, day, ${names.join(", ")})`, "false", (column) =>
      columns.includes(column) ? `${column}_` : null,
    );
  });
  return `insert into account_day (account_id, day, ${COLUMN_NAMES.join(", ")})
    select account_id, day, ${COLUMN_NAMES.map(finished).join(", ")} from (
      select account_id, day, dense, ${INCREMENTS.map(running).join(", ")} from (
        select account_id, day, bool_or(dense) as dense, ${INCREMENTS.map(onDay).join(", ")}
        from (${[dense(scope), base(scope), ...branches].join(" union all ")}) u group by account_id, day
      ) d window w as (partition by account_id order by day rows unbounded preceding)
    ) r where dense order by day`;
}

function dense({ to, low, high }: Scope): string {
  const calendar = `(select c.account_id, c.start + i.i as day from closing c
    cross join lateral generate_series(0, ${to} - c.start) i (i) where c.account_id between ${low} and ${high}) d`;
  return branch(calendar, "true", () => null);
}

// What goes on from the row before: all but what contracts and unpaid invoices tell anew.
function base({ low, high, from, last }: Scope): string {
  const rows = `(select c.from_day as day, b.*
    from closing c join (select account_id, day as base_day, ${COLUMN_NAMES.join(", ")} from account_day) b
      on b.account_id = c.account_id and b.base_day = c.from_day - 1
    where c.based and c.account_id between ${low} and ${high} and b.account_id between ${low} and ${high}
      and b.base_day between ${from} - 1 and ${last} - 1) b`;
  return branch(rows, "false", (column) => (ANEW.includes(column) ? null : column));
}

function branch(rows: string, isDense: string, value: (column: Increment) => string | null): string {
  const values = INCREMENTS.map((column) => `${value(column) ?? "null"}::${typeOf(column)} as ${column}`);
  return `select account_id, day, ${isDense} as dense, ${values.join(", ")} from ${rows}`;
}

function typeOf(column: Increment): string {
  if (CODES.includes(column)) return "int8";
  if (!(column in COLUMNS)) return "int4";
  const { type } = COLUMNS[column as Column];
  // Sums of int8 are numeric and slow; of float8 they are exact up to 2⁵³, as far as JavaScript reads them.
  return type === "int8" ? "float8" : type === "int2" ? "int4" : type;
}

function onDay(column: Increment): string {
  return `${aggregate(column)}(${column})::${typeOf(column)} as ${column}`;
}

function running(column: Increment): string {
  return `${aggregate(column)}(${column}) over w as ${column}`;
}

function aggregate(column: Increment): "max" | "sum" {
  return CODES.includes(column) || typeOf(column) === "date" ? "max" : "sum";
}

function finished(column: Column): string {
  const value = (code: string) => `(${code} & 4294967295)::int`;
  const { type } = COLUMNS[column];
  if (column === "arr_cents") return "case when without_rate > 0 then null else coalesce(arr_cents, 0)::int8 end";
  if (column === "decide_by") return `date '1970-01-01' + nullif(${value("decide_by")}, 0)`;
  if (column === "alignment") return "(alignment & 3)::int2";
  if (column === "distinct_users") return value(column);
  if (column === "overdue_days") {
    const days = `day - date '1970-01-01' - nullif(${value("overdue_since")}, 0)`;
    return `coalesce(case when ${days} > 15 then least(${days}, 32767) end, 0)::int2`;
  }
  if (type === "date") return column;
  const largest = LARGEST[type];
  return `${largest === null ? `coalesce(${column}, 0)` : `least(coalesce(${column}, 0), ${largest})`}::${type}`;
}
