import type { RocPoint } from "@/lib/core/validation/roc";

/** Less than this is not seen on a curve. */
const STEP = 0.005;

/** The points of a ROC curve that can be told apart: the first, the last, and between them each that lies half a percent or more from
 * the one before it. Of a few hundred cases that is every one. */
export function seenRoc(points: readonly RocPoint[]): RocPoint[] {
  const seen: RocPoint[] = [];
  for (const [i, point] of points.entries()) {
    const last = seen.at(-1);
    const isApart = !last || point.caught - last.caught >= STEP || point.wronglyNamed - last.wronglyNamed >= STEP;
    if (isApart || i === points.length - 1) seen.push(point);
  }
  return seen;
}
