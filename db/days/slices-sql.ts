import "server-only";
import { escapeLiteral } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { COLUMNS } from "@/lib/core/measures/columns";
import type { Needs } from "@/lib/core/measures/needs";
import { contractTerms } from "./contract-terms";
import type { CopyColumn } from "./copy-columns";

const NUMBER = (day: string) => `${day} - date '1970-01-01'`;

/** The accounts in the book on a day: those with a contract in force. Ids are checked to be numbers by the array's type. */
export function bookSql(asOf: Day, accountIds?: readonly number[]): string {
  const given = accountIds ? `x.account_id = any ('{${Int32Array.from(accountIds).join(",")}}'::int[])` : "true";
  return `select account_id, min(starts_on) as since from (${contractTerms(`date '${asOf}'`, given)}) t
    where over > date '${asOf}' group by account_id`;
}

/** One query for all slices: the book joined with a row of account_day for each number of days back, and the last value of
 * each metric. The whole book reads each day at once, for its rows lie together; some accounts look theirs up. Its columns: id, customer since, the needed columns, four for each metric. */
export function slicesSql(
  asOf: Day,
  needs: Needs,
  accountIds?: readonly number[],
): { sql: string; columns: CopyColumn[] } {
  const columns: CopyColumn[] = [
    { type: "int4", absent: Number.NaN },
    { type: "int4", absent: Number.NaN },
  ];
  const selected = ["b.account_id", NUMBER("coalesce(a.customer_since, b.since)")];
  const joins: string[] = [];
  const slices: string[] = [];
  for (const back of new Set(needs.columns.map((need) => need.daysBack))) {
    const names = needs.columns.filter((need) => need.daysBack === back).map(({ column }) => column);
    slices.push(`s${back} as ${accountIds ? "not materialized" : "materialized"} (
      select account_id, ${names.join(", ")} from account_day where day = date '${addDays(asOf, -back)}')`);
    joins.push(`left join s${back} on s${back}.account_id = b.account_id`);
  }
  for (const { column, daysBack } of needs.columns) {
    const { type, kind } = COLUMNS[column];
    selected.push(type === "date" ? NUMBER(`s${daysBack}.${column}`) : `s${daysBack}.${column}`);
    columns.push({ type: type === "date" ? "int4" : type, absent: kind === "counter" ? 0 : Number.NaN });
  }
  needs.metrics.forEach(({ key, daysBack }, i) => {
    joins.push(`left join lateral (select value, day, n, sum from metric_day m where m.account_id = b.account_id
      and m.key = ${escapeLiteral(key)} and m.day <= date '${addDays(asOf, -daysBack)}' order by m.day desc limit 1) m${i} on true`);
    selected.push(`m${i}.value`, NUMBER(`m${i}.day`), `m${i}.n`, `m${i}.sum`);
    for (const type of ["float8", "int4", "int4", "float8"] as const) columns.push({ type, absent: Number.NaN });
  });
  const sql = `${slices.length > 0 ? `with ${slices.join(", ")} ` : ""}select ${selected.join(", ")} from (${bookSql(asOf, accountIds)}) b
    join accounts a on a.id = b.account_id ${joins.join(" ")} order by b.account_id`;
  return { sql, columns };
}
