import { measureOf } from "./catalogue";
import type { Column } from "./columns";
import type { MeasureRequest, Slices } from "./measure";
import { windowOf } from "./window";

/** What slices must hold for some measures to be read. */
export type Needs = {
  columns: Array<{ column: Column; daysBack: number }>;
  metrics: Array<{ key: string; daysBack: number }>;
  attributes: string[];
};

/** The columns, metrics and attributes that measures ask for, each once, and how many days back. Found by running each
 * measure's own `read` on slices that take notes, so that what is shipped never drifts from what is read.
 * @example needsOf([{ key: "escalations" }]).columns.map((need) => need.daysBack) // → [0, 90] */
export function needsOf(requests: readonly MeasureRequest[]): Needs {
  const columns = new Map<string, Needs["columns"][number]>();
  const metrics = new Map<string, Needs["metrics"][number]>();
  const attributes = new Set<string>();
  const empty = new Float64Array(0);
  const recording: Slices = {
    asOf: 0,
    n: 0,
    customerSince: empty,
    feeds: new Map(),
    column(column, daysBack) {
      columns.set(`${column} ${daysBack}`, { column, daysBack });
      return empty;
    },
    metric(key, daysBack) {
      metrics.set(`${daysBack} ${key}`, { key, daysBack });
      return { value: empty, day: empty, n: empty, sum: empty };
    },
    attribute(key) {
      attributes.add(key);
      return [];
    },
  };
  for (const request of requests) {
    const measure = measureOf(request.key, request.levels);
    measure.read(recording, windowOf(measure, request));
  }
  return { columns: [...columns.values()], metrics: [...metrics.values()], attributes: [...attributes] };
}
