import { measureOf } from "./catalogue";
import type { Measure, MeasureRequest, Slices } from "./measure";
import { MISSING } from "./reading";
import { windowOf } from "./window";

/** The readings of measures, one column per request over the slices' accounts. MISSING for every account where the measure's
 * feed (or the one its denominator comes from) is not connected by the as-of day, or has covered no day within the freshness
 * limit; else what the measure reads for the account: silent is not missing. Throws on an unknown key or window.
 * @example readMeasures([{ key: "active_champions" }], slices)[0]?.[0] // → 1 */
export function readMeasures(requests: readonly MeasureRequest[], slices: Slices): Float64Array[] {
  return requests.map((request) => {
    const measure = measureOf(request.key, request.levels);
    const window = windowOf(measure, request);
    return isDelivered(measure, request.freshness ?? measure.freshness, slices)
      ? measure.read(slices, window)
      : new Float64Array(slices.n).fill(MISSING);
  });
}

/** Whether a measure's feeds were connected by the as-of day and its own is fresh; attributes need no feed.
 * @example isDelivered(measureOf("nps"), 100, slices) // → true */
export function isDelivered(measure: Measure, freshness: number, slices: Slices): boolean {
  const { asOf, feeds } = slices;
  if (measure.alsoFeed && !((feeds.get(measure.alsoFeed)?.firstDay ?? Number.NaN) <= asOf)) return false;
  if (!measure.feed) return true;
  const state = feeds.get(measure.feed);
  return state !== undefined && state.firstDay <= asOf && asOf - state.lastDay <= freshness;
}
