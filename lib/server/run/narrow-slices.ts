import "server-only";
import type { Slices } from "@/lib/core/measures/measure";

/** Slices over the accounts of a book, which are among theirs; the given ones themselves where they are all. */
export function narrowSlices(slices: Slices & { accountIds: Int32Array }, accountIds: Int32Array): Slices {
  const index = new Int32Array(accountIds.length);
  let at = 0;
  for (const [i, accountId] of accountIds.entries()) {
    while (at < slices.n && (slices.accountIds[at] as number) < accountId) at++;
    if (slices.accountIds[at] !== accountId) throw new Error(`narrowSlices has no account ${accountId}`);
    index[i] = at;
  }
  return slicesAt(slices, index);
}

/** Slices over the accounts at some indexes, in ascending order. */
export function slicesAt(slices: Slices, index: ArrayLike<number>): Slices {
  if (index.length === slices.n) return slices;
  const pick = (column: Float64Array) => {
    const picked = new Float64Array(index.length);
    for (let i = 0; i < picked.length; i++) picked[i] = column[index[i] as number] as number;
    return picked;
  };
  const columns = new Map<Float64Array, Float64Array>();
  const once = (column: Float64Array) => {
    const picked = columns.get(column) ?? pick(column);
    columns.set(column, picked);
    return picked;
  };
  return {
    asOf: slices.asOf,
    n: index.length,
    feeds: slices.feeds,
    customerSince: pick(slices.customerSince),
    column: (column, daysBack) => once(slices.column(column, daysBack)),
    metric: (key, daysBack) => {
      const { value, day, n, sum } = slices.metric(key, daysBack);
      return { value: once(value), day: once(day), n: once(n), sum: once(sum) };
    },
    attribute: (key) => {
      const values = slices.attribute(key);
      return Array.from(index, (from) => values[from] ?? null);
    },
  };
}
