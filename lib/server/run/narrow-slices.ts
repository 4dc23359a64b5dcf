import "server-only";
import type { MetricColumns, Slices } from "@/lib/core/measures/measure";

/** Slices over some of their accounts, in the order of these; the given ones themselves where all are asked for. */
export function narrowSlices(slices: Slices & { accountIds: Int32Array }, accountIds: Int32Array): Slices {
  const index = new Int32Array(accountIds.length);
  let at = 0;
  for (const [i, accountId] of accountIds.entries()) {
    while (at < slices.n && (slices.accountIds[at] as number) < accountId) at++;
    if (slices.accountIds[at] !== accountId) throw new Error(`narrowSlices has no account ${accountId}`);
    index[i] = at;
  }
  if (index.length === slices.n) return slices;
  const pick = (column: Float64Array) => Float64Array.from(index, (from) => column[from] as number);
  return {
    asOf: slices.asOf,
    n: index.length,
    feeds: slices.feeds,
    customerSince: pick(slices.customerSince),
    column: (column, daysBack) => pick(slices.column(column, daysBack)),
    metric: (key, daysBack) => {
      const { value, day, n, sum } = slices.metric(key, daysBack);
      return { value: pick(value), day: pick(day), n: pick(n), sum: pick(sum) } satisfies MetricColumns;
    },
    attribute: (key) => {
      const values = slices.attribute(key);
      return Array.from(index, (from) => values[from] ?? null);
    },
  };
}
