import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day, dayNumber } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";
import type { FeedState, MetricColumns, Slices } from "@/lib/core/measures/measure";
import type { Needs } from "@/lib/core/measures/needs";
import { type CopyColumn, copyColumns } from "./copy-columns";
import { bookQuery, sliceQuery } from "./slices-sql";

type Asked = { asOf: Day; needs: Needs; accountIds?: readonly number[] | undefined };

/** The slices that measures need as of a day, over the accounts in the book on that day (of the given ones), by id. */
export async function loadSlices(
  client: ClientBase,
  { asOf, needs, accountIds }: Asked,
): Promise<Slices & { accountIds: Int32Array }> {
  await client.query("set jit = off");
  const book = bookQuery(asOf, needs.metrics, accountIds);
  const [ids, customerSince, ...metricsAt] = await copyColumns(client, book.sql, book.columns);
  if (!ids || !customerSince) throw new Error("loadSlices lost its first columns");
  const index = new Int32Array(ids);
  const byColumn = await loadDays(client, { asOf, needs, accountIds }, index);
  const byMetric = new Map(
    needs.metrics.map(({ key, daysBack }, i) => {
      const [value, day, n, sum] = metricsAt.slice(i * 4, i * 4 + 4);
      return [`${daysBack} ${key}`, { value, day, n, sum } as MetricColumns];
    }),
  );
  const attributes = await loadAttributes(client, asOf, needs.attributes, index);
  return {
    asOf: dayNumber(asOf),
    n: ids.length,
    accountIds: index,
    customerSince,
    feeds: await loadFeeds(client),
    column: (column, daysBack) => found(byColumn.get(`${column} ${daysBack}`), `${column}, ${daysBack} days back`),
    metric: (key, daysBack) => found(byMetric.get(`${daysBack} ${key}`), `metric ${key}, ${daysBack} days back`),
    attribute: (key) => found(attributes.get(key), `attribute ${key}`),
  };
}

/** The needed columns by "column daysBack": each day's rows are read as they lie and placed by the account's id. */
async function loadDays(client: ClientBase, { asOf, needs, accountIds }: Asked, index: Int32Array) {
  // Ids are given in sequence, so an array finds a place faster than a map.
  const position = new Int32Array((index.at(-1) ?? 0) + 1).fill(-1);
  for (let i = 0; i < index.length; i++) position[index[i] as number] = i;
  const byColumn = new Map<string, Float64Array>();
  for (const back of new Set(needs.columns.map(({ daysBack }) => daysBack))) {
    const names = needs.columns.filter(({ daysBack }) => daysBack === back).map(({ column }) => column);
    const { sql, columns } = sliceQuery(addDays(asOf, -back), names, accountIds);
    const [ids, ...rows] = await copyColumns(client, sql, columns);
    const places = new Int32Array(ids?.length ?? 0);
    for (let at = 0; at < places.length; at++) places[at] = position[ids?.[at] as number] ?? -1;
    for (const [i, name] of names.entries()) {
      const placed = new Float64Array(index.length).fill((columns[i + 1] as CopyColumn).absent);
      const row = rows[i] as Float64Array;
      for (let at = 0; at < places.length; at++) {
        const place = places[at] as number;
        if (place >= 0) placed[place] = row[at] as number;
      }
      byColumn.set(`${name} ${back}`, placed);
    }
  }
  return byColumn;
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

async function loadFeeds(client: ClientBase): Promise<Map<Feed, FeedState>> {
  const { rows } = await client.query<{ feed: Feed; first: number; last: number }>(
    "select feed, first_day - date '1970-01-01' as first, last_day - date '1970-01-01' as last from feeds",
  );
  return new Map(rows.map(({ feed, first, last }) => [feed, { firstDay: first, lastDay: last }]));
}
