import "server-only";
import { escapeLiteral } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { COLUMNS, type Column } from "@/lib/core/measures/columns";
import type { Needs } from "@/lib/core/measures/needs";
import { contractTerms } from "./contract-terms";
import type { CopyColumn } from "./copy-columns";

const NUMBER = (day: string) => `${day} - date '1970-01-01'`;

/** The accounts in the book on a day: those with a contract in force. Ids are checked to be numbers by the array's type. */
export function bookSql(asOf: Day, accountIds?: readonly number[] | undefined): string {
  const given = accountIds ? `x.account_id = any ('{${Int32Array.from(accountIds).join(",")}}'::int[])` : "true";
  return `select account_id, min(starts_on) as since from (${contractTerms(`date '${asOf}'`, given)}) t
    where over > date '${asOf}' group by account_id`;
}

/** A query whose rows are copied into columns; the first column is the account's id. */
export type SliceQuery = { sql: string; columns: CopyColumn[] };

const ID: CopyColumn = { type: "int4", absent: Number.NaN };

/** The book by id: customer since, and four columns for each metric, its last value by then. */
export function bookQuery(
  asOf: Day,
  metrics: Needs["metrics"],
  accountIds?: readonly number[] | undefined,
): SliceQuery {
  const columns = [ID, ID];
  const selected = ["b.account_id", NUMBER("coalesce(a.customer_since, b.since)")];
  const joins = metrics.map(({ key, daysBack }, i) => {
    selected.push(`m${i}.value`, NUMBER(`m${i}.day`), `m${i}.n`, `m${i}.sum`);
    for (const type of ["float8", "int4", "int4", "float8"] as const) columns.push({ type, absent: Number.NaN });
    return `left join lateral (select value, day, n, sum from metric_day m where m.account_id = b.account_id
      and m.key = ${escapeLiteral(key)} and m.day <= date '${addDays(asOf, -daysBack)}' order by m.day desc limit 1) m${i} on true`;
  });
  const sql = `select ${selected.join(", ")} from (${bookSql(asOf, accountIds)}) b
    join accounts a on a.id = b.account_id ${joins.join(" ")} order by b.account_id`;
  return { sql, columns };
}

/** One day's rows of account_day, in whatever order they lie: joining and sorting them costs more than placing them by id. */
export function sliceQuery(day: Day, names: readonly Column[], accountIds?: readonly number[] | undefined): SliceQuery {
  const selected = names.map((name) => (COLUMNS[name].type === "date" ? NUMBER(name) : name));
  const given = accountIds ? ` and account_id = any ('{${Int32Array.from(accountIds).join(",")}}'::int[])` : "";
  const columns = names.map((name): CopyColumn => {
    const { type, kind } = COLUMNS[name];
    return { type: type === "date" ? "int4" : type, absent: kind === "counter" ? 0 : Number.NaN };
  });
  const sql = `select ${["account_id", ...selected].join(", ")} from account_day where day = date '${day}'${given}`;
  return { sql, columns: [ID, ...columns] };
}
