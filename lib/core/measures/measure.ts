import type { Column, Feed } from "./columns";

export type MeasureFamily =
  | "usage"
  | "engagement"
  | "support"
  | "commercial"
  | "stakeholders"
  | "business"
  | "sentiment"
  | "outcomes"
  | "custom";
export type Unit =
  | "%"
  | "days"
  | "hours"
  | "count"
  | "points"
  | "level"
  | "per 100 seats"
  | "features"
  | "users"
  | "score";

/** Running figures of one custom metric as of a day: NaN in all four where nothing has come yet. `day` is the value's day number. */
export type MetricColumns = { value: Float64Array; day: Float64Array; n: Float64Array; sum: Float64Array };

/** Slices of account_day: columns over the run's accounts, so many days before the as-of day.
 * Before an account's first day counters are 0 and states NaN; dates are day numbers, null is NaN. */
export type Slices = {
  asOf: number;
  n: number;
  customerSince: Float64Array;
  column(column: Column, daysBack: number): Float64Array;
  metric(key: string, daysBack: number): MetricColumns;
  attribute(key: string): ReadonlyArray<number | string | null>;
  feeds: ReadonlyMap<Feed, FeedState>;
};

/** From which day a feed is connected, and the last day it has covered (a successful empty delivery counts); day numbers. */
export type FeedState = { firstDay: number; lastDay: number };

/** One measure of the catalogue: a pure function of slices. `read` gives, per account index, a finite number (levels: their
 * index among `levels`, sorted), MISSING or NONE; connection and freshness of the feed are judged outside it. */
export type Measure = {
  key: string;
  name: string;
  family: MeasureFamily;
  unit: Unit;
  direction: "higher" | "lower" | "level";
  feed: Feed | null;
  window: number | null;
  freshness: number;
  levels?: readonly string[];
  definition: string;
  read(slices: Slices, window: number): (account: number) => number;
};
