import "server-only";
import { escapeLiteral } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { COLUMNS, type Column } from "@/lib/core/measures/columns";
import type { Needs } from "@/lib/core/measures/needs";
import { contractTerms } from "./contract-terms";
import type { CopyColumn, CopyQuery } from "./copy-columns";
import { amongst, firstOfEach } from "./first-of-each";

/** A date as its day number. */
export const NUMBER = (day: string) => `${day} - date '1970-01-01'`;

// The first column of every query here is the account's id.
const ID: CopyColumn = { type: "int4", absent: Number.NaN };

/** The contracts in force on a day, and when each began: their accounts are the book. */
export function inForceQuery(asOf: Day, accountIds?: readonly number[] | undefined): CopyQuery {
  const terms = contractTerms(`date '${asOf}'`, (accountId) => amongst(accountId, accountIds));
  const sql = `select account_id, ${NUMBER("starts_on")} from (${terms}) t where over > date '${asOf}'`;
  return { sql, columns: [ID, ID] };
}

/** Since when accounts are customers, where it is known. */
export function customerSinceQuery(accountIds?: readonly number[] | undefined): CopyQuery {
  return {
    sql: `select id, ${NUMBER("customer_since")} from accounts where ${amongst("id", accountIds)}`,
    columns: [ID, ID],
  };
}

/** A metric's last value by then, its day, and its running count and sum. */
export function metricQuery(
  { key, daysBack }: Needs["metrics"][number],
  asOf: Day,
  accountIds?: readonly number[] | undefined,
): CopyQuery {
  const columns = [
    ID,
    ...(["float8", "int4", "int4", "float8"] as const).map((type) => ({ type, absent: Number.NaN })),
  ];
  const sql = firstOfEach({
    table: "metric_day",
    columns: `value, ${NUMBER("day")}, n, sum`,
    condition: `key = ${escapeLiteral(key)} and day <= date '${addDays(asOf, -daysBack)}'`,
    order: "day desc",
    accountIds,
  });
  return { sql, columns };
}

/** One day's rows of account_day, in whatever order they lie: joining and sorting them costs more than placing them by id. */
export function sliceQuery(day: Day, names: readonly Column[], accountIds?: readonly number[] | undefined): CopyQuery {
  const selected = names.map((name) => (COLUMNS[name].type === "date" ? NUMBER(name) : name));
  const columns = names.map((name): CopyColumn => {
    const { type, kind } = COLUMNS[name];
    return { type: type === "date" ? "int4" : type, absent: kind === "counter" ? 0 : Number.NaN };
  });
  const sql = `select ${["account_id", ...selected].join(", ")} from account_day
    where day = date '${day}' and ${amongst("account_id", accountIds)}`;
  return { sql, columns: [ID, ...columns] };
}
