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
  | "onboarding"
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
  | "score"
  | "value";

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

/** One measure of the catalogue: a pure function of slices. `read` gives, per account, a finite number (levels: their
 * index among `levels`, sorted), MISSING or NONE; connection and freshness of `feed` are judged outside it, and that `alsoFeed`
 * is connected. `signed` readings are changes; `sinceCustomer` ones count from customer_since where nothing ever happened. */
export type Measure = {
  key: string;
  name: string;
  family: MeasureFamily;
  unit: Unit;
  direction: "higher" | "lower" | "level";
  feed: Feed | null;
  alsoFeed?: Feed;
  window: number | null;
  freshness: number;
  levels?: readonly string[];
  signed?: true;
  sinceCustomer?: true;
  definition: string;
  read(slices: Slices, window: number): Float64Array;
};

/** A measure as a model asks for it; what is left out (or null) is the measure's own. `levels` names the values of a text
 * attribute, or the order in which a level measure's readings are encoded. */
export type MeasureRequest = {
  key: string;
  window?: number | null | undefined;
  freshness?: number | null | undefined;
  levels?: readonly string[] | undefined;
};
