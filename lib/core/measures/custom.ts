import type { Measure, Slices } from "./measure";
import { latestMetric, meanOfMetric, sumOfMetric } from "./metrics";
import { MISSING, NONE } from "./reading";
import { trendOf } from "./shapes";

const METRIC = /^metric:(.+):(last|mean|sum|trend)$/;
const ATTRIBUTE = /^attribute:(.+)$/;

type Aggregate = "last" | "mean" | "sum" | "trend";
type Shape = Pick<Measure, "window" | "definition" | "signed"> & {
  read(metric: string, slices: Slices, window: number): Float64Array;
};

const SHAPES: Record<Aggregate, Shape> = {
  last: {
    window: 90,
    definition: "The latest value of the window.",
    read: (metric, slices, window) => latestMetric(slices, metric, window),
  },
  mean: {
    window: 28,
    definition: "The mean of the values of the window.",
    read: (metric, slices, window) => meanOfMetric(slices, metric, window),
  },
  sum: {
    window: 28,
    definition: "The sum of the values of the window.",
    read: (metric, slices, window) => sumOfMetric(slices, metric, window),
  },
  trend: {
    window: 28,
    signed: true,
    definition:
      "The mean of the window's values against the mean of the window of the same length before it, in percent.",
    read: (metric, slices, window) => {
      const now = meanOfMetric(slices, metric, window);
      return trendOf(now, meanOfMetric(slices, metric, window, window)).map((trend) =>
        trend === NONE ? MISSING : trend,
      );
    },
  },
};

/** A measure that an installation makes of its own data, or null where the key names none: `metric:KEY:last|mean|sum|trend`
 * over a window, or `attribute:KEY`, a number, or a level when `levels` names the texts it may hold. A trend against 0 or
 * nothing and a latest value older than the window are missing, a mean of nothing is none, a sum of nothing 0; an attribute
 * that is not set, or set to something else, is missing. Source: metrics, account attributes.
 * @example customMeasure("metric:api_calls:mean")?.name // → "api calls, mean" */
export function customMeasure(key: string, levels?: readonly string[]): Measure | null {
  const [, metric, aggregate] = METRIC.exec(key) ?? [];
  if (metric && aggregate) return metricMeasure(key, metric, aggregate as Aggregate);
  const [, attribute] = ATTRIBUTE.exec(key) ?? [];
  return attribute ? attributeMeasure(key, attribute, levels) : null;
}

function metricMeasure(key: string, metric: string, aggregate: Aggregate): Measure {
  const { read, ...shape } = SHAPES[aggregate];
  return {
    key,
    name: `${metric.replaceAll("_", " ")}, ${aggregate}`,
    family: "custom",
    unit: aggregate === "trend" ? "%" : "value",
    direction: "higher",
    feed: "metrics",
    freshness: 35,
    ...shape,
    read: (slices, window) => read(metric, slices, window),
  };
}

function attributeMeasure(key: string, attribute: string, levels?: readonly string[]): Measure {
  const names = levels && [...levels].sort();
  return {
    key,
    name: attribute.replaceAll("_", " "),
    family: "custom",
    unit: names ? "level" : "value",
    direction: names ? "level" : "higher",
    feed: null,
    window: null,
    freshness: 365,
    ...(names && { levels: names }),
    definition: "The attribute of the account as of the date.",
    read: (slices) => Float64Array.from(slices.attribute(attribute), (value) => encoded(value, names)),
  };
}

function encoded(value: number | string | null, names: readonly string[] | undefined): number {
  if (!names) return typeof value === "number" && Number.isFinite(value) ? value : MISSING;
  const index = names.indexOf(String(value));
  return value !== null && index >= 0 ? index : MISSING;
}
