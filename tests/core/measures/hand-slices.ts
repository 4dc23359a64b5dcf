import { COLUMNS, type Column, FEEDS, type Feed } from "@/lib/core/measures/columns";
import type { FeedState, MetricColumns, Slices } from "@/lib/core/measures/measure";
import { MISSING } from "@/lib/core/measures/reading";

/** The as-of day of slices made by hand. */
export const AS_OF = 20_000;

type Point = { value: number; day: number; n: number; sum: number };

/** What one account's rows say: a value for every day, or by how many days back. What is left out is what a row says of
 * nothing: 0 for a counter, null for a state. */
export type Hand = {
  customerSince?: number | null;
  columns?: Partial<Record<Column, number | null | Record<number, number | null>>>;
  metrics?: Record<string, Record<number, Point>>;
  attributes?: Record<string, number | string>;
};

/** Slices of accounts made by hand; every feed is connected and fresh unless given otherwise. */
export function handSlices(hands: readonly Hand[], feeds?: Partial<Record<Feed, FeedState>>): Slices {
  const over = (value: (hand: Hand) => number | null | undefined) =>
    Float64Array.from(hands, (hand) => value(hand) ?? MISSING);
  return {
    asOf: AS_OF,
    n: hands.length,
    customerSince: over((hand) => hand.customerSince),
    column(column, daysBack) {
      const nothing = COLUMNS[column].kind === "counter" ? 0 : MISSING;
      return over((hand) => {
        const given = hand.columns?.[column];
        return (typeof given === "object" && given !== null ? given[daysBack] : given) ?? nothing;
      });
    },
    metric(key, daysBack): MetricColumns {
      const point = (field: keyof Point) => over((hand) => hand.metrics?.[key]?.[daysBack]?.[field]);
      return { value: point("value"), day: point("day"), n: point("n"), sum: point("sum") };
    },
    attribute: (key) => hands.map((hand) => hand.attributes?.[key] ?? null),
    feeds: feeds
      ? new Map(Object.entries(feeds) as [Feed, FeedState][])
      : new Map(FEEDS.map((feed) => [feed, { firstDay: 0, lastDay: AS_OF }])),
  };
}
