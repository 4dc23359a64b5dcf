import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day, dayNumber } from "@/lib/core/calendar";
import type { MetricColumns, Slices } from "@/lib/core/measures/measure";
import type { Needs } from "@/lib/core/measures/needs";
import { type CopyQuery, copyColumns } from "./copy-columns";
import { loadFeeds } from "./load-feeds";
import { placedBy, placing } from "./place-columns";
import { customerSinceQuery, inForceQuery, metricQuery, sliceQuery } from "./slices-sql";

type Asked = { asOf: Day; needs: Needs; accountIds?: readonly number[] | undefined };

/** The slices that measures need as of a day, over the accounts in the book on that day (of the given ones), by id. */
export async function loadSlices(client: ClientBase, asked: Asked): Promise<Slices & { accountIds: Int32Array }> {
  const { asOf, needs, accountIds } = asked;
  await client.query("set jit = off");
  const days = [...new Set(needs.columns.map(({ daysBack }) => daysBack))].map((daysBack) => {
    const names = needs.columns.filter((column) => column.daysBack === daysBack).map(({ column }) => column);
    return { daysBack, names, query: sliceQuery(addDays(asOf, -daysBack), names, accountIds) };
  });
  const queries = [
    inForceQuery(asOf, accountIds),
    customerSinceQuery(accountIds),
    ...days.map(({ query }) => query),
    ...needs.metrics.map((metric) => metricQuery(metric, asOf, accountIds)),
  ];
  const [terms = [], known = [], ...rest] = await copyColumns(client, queries);
  const { index, customerSince, place } = bookOf(terms, known);
  const placed = rest.map((copied, i) => placedBy(copied, queries[i + 2] as CopyQuery, index.length, place));
  const byColumn = new Map(
    days.flatMap(({ daysBack, names }, i) => names.map((name, at) => [`${name} ${daysBack}`, placed[i]?.[at]])),
  );
  const byMetric = new Map(
    needs.metrics.map(({ key, daysBack }, i) => {
      const [value, day, n, sum] = placed[days.length + i] ?? [];
      return [`${daysBack} ${key}`, { value, day, n, sum } as MetricColumns];
    }),
  );
  const attributes = await loadAttributes(client, asOf, needs.attributes, index);
  return {
    asOf: dayNumber(asOf),
    n: index.length,
    accountIds: index,
    customerSince,
    feeds: await loadFeeds(client, asOf),
    column: (column, daysBack) => found(byColumn.get(`${column} ${daysBack}`), `${column}, ${daysBack} days back`),
    metric: (key, daysBack) => found(byMetric.get(`${daysBack} ${key}`), `metric ${key}, ${daysBack} days back`),
    attribute: (key) => found(attributes.get(key), `attribute ${key}`),
  };
}

/** Who has a contract in force, by id, and since when each is a customer: as recorded, else from its first contract in force. */
function bookOf([termIds, starts]: Float64Array[], [ids, since]: Float64Array[]) {
  const sorted = Int32Array.from(termIds ?? []).sort();
  const index = sorted.filter((id, i) => i === 0 || id !== sorted[i - 1]);
  const place = placing(index);
  const customerSince = new Float64Array(index.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < sorted.length; i++) {
    const at = place(termIds?.[i] as number);
    customerSince[at] = Math.min(customerSince[at] as number, starts?.[i] as number);
  }
  for (let i = 0; i < (ids?.length ?? 0); i++) {
    const at = place(ids?.[i] as number);
    if (at >= 0 && !Number.isNaN(since?.[i])) customerSince[at] = since?.[i] as number;
  }
  return { index, customerSince, place };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`loadSlices was not asked for ${what}`);
  return value;
}

async function loadAttributes(client: ClientBase, asOf: Day, keys: readonly string[], accountIds: Int32Array) {
  const columns = new Map(keys.map((key) => [key, new Array<number | string | null>(accountIds.length).fill(null)]));
  if (keys.length === 0) return columns;
  const { rows } = await client.query<(number | string | boolean | null)[]>({
    text: `select distinct on (account_id) account_id, ${keys.map((_, i) => `attributes -> $${i + 3}`).join(", ")}
      from account_attributes where valid_from <= $1 and account_id = any ($2) order by account_id, valid_from desc`,
    values: [asOf, [...accountIds], ...keys],
    rowMode: "array",
  });
  let at = 0;
  for (const [id, ...values] of rows) {
    while ((accountIds[at] as number) < Number(id)) at++;
    keys.forEach((key, i) => {
      const value = values[i] ?? null;
      (columns.get(key) as (number | string | null)[])[at] = typeof value === "boolean" ? String(value) : value;
    });
  }
  return columns;
}
