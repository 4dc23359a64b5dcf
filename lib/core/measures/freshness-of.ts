import { MEASURES } from "./catalogue";
import type { Feed } from "./columns";

/** How old a feed may be, in days, before the first of the shipped measures that read it counts as missing: the strictest of
 * their freshness limits.
 * @example freshnessOf("usage_days") // → 3 */
export function freshnessOf(feed: Feed): number {
  return Object.values(MEASURES).reduce(
    (strictest, measure) => (measure.feed === feed ? Math.min(strictest, measure.freshness) : strictest),
    Number.POSITIVE_INFINITY,
  );
}
