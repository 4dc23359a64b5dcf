import { disagreementOf, isRight, type PastCase, SIDES, type Side } from "./past-case";
import { type Share, wilson } from "./wilson";

/** Of the cases in a row: how often each side was right, with its 95% interval; null of none. */
export type RightRow = { key: string; n: number; bad: number } & Record<Side, Share | null>;

/** How often numbers, people and health were right, by a key of the case; rows in the order in which keys first come. Only
 * cases about which all three said something count, so that the shares of a row are of the same n.
 * Source: Wilson intervals. */
export function rightBy(cases: readonly PastCase[], keyOf: (one: PastCase) => string | null): RightRow[] {
  const groups = new Map<string, PastCase[]>();
  for (const one of cases) {
    const key = SIDES.every((side) => isRight(one, side) !== null) ? keyOf(one) : null;
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, group]) => {
    const right = (side: Side) => wilson(group.filter((one) => isRight(one, side)).length, group.length);
    return {
      ...{ key, n: group.length, bad: group.filter(({ bad }) => bad).length },
      ...{ numbers: right("numbers"), people: right("people"), health: right("health") },
    };
  });
}

/** The row of a case by how it disagreed: "hidden_risk severe", "false_alarm mild", "agree", and by size in points.
 * @example byDisagreement(15)({ score: 88, people: 15, scoreTone: 3, peopleTone: 1 }) // → "hidden_risk severe" */
export function byDisagreement(minGap: number): (one: Parameters<typeof disagreementOf>[0]) => string {
  return (one) => {
    const found = disagreementOf(one, minGap);
    return found ? `${found.sign} ${found.severe ? "severe" : "mild"}` : "agree";
  };
}

/** Sizes of a disagreement in points, each from its number to the next. */
const SIZES = [15, 30, 50];

/** The row of a case by the size of its disagreement: "15–30", "30–50", "50+"; null where it did not disagree. A least gap of
 * its own begins the first row.
 * @example bySize(15)({ score: 88, people: 15, scoreTone: 3, peopleTone: 1 }) // → "50+" */
export function bySize(minGap: number): (one: Parameters<typeof disagreementOf>[0]) => string | null {
  const edges = [minGap, ...SIZES.filter((size) => size > minGap)];
  return (one) => {
    const found = disagreementOf(one, minGap);
    if (!found) return null;
    const at = edges.findLastIndex((edge) => found.gap >= edge - 1e-6);
    const [from, to] = [edges[Math.max(0, at)], edges[at + 1]];
    return to === undefined ? `${from}+` : `${from}–${to}`;
  };
}
