import { type Condition, meetsBound } from "@/lib/core/health/condition";
import type { LevelRule } from "@/lib/core/health/model";
import { isCovered, MISSING, NONE } from "./reading";

/** A column of readings that conditions ask for; `levels` names what a level reading is the index of. */
export type AskedReadings = { readings: Float64Array; levels: readonly string[] | null };

/** The level of every account by ordered rules, the first whose conditions all hold: its index among `names`. A condition on
 * an absent reading does not hold; a rule without conditions (the "else") holds only where no reading asked for before it is
 * MISSING, for what is not known is never taken for the rest. Where no rule holds: MISSING if a reading asked for is, else NONE.
 * Throws, by name, on a level that `names` or the asked measure does not have.
 * @example levelsBy([{ level: "low", when: [{ measure: "nps", below: 0 }] }], ["low"], 1, asked)[0] // → 0 */
export function levelsBy(
  rules: readonly LevelRule[],
  names: readonly string[],
  n: number,
  asked: (measure: string) => AskedReadings,
): Float64Array {
  const levels = new Float64Array(n).fill(NONE);
  const isUnknown = new Uint8Array(n);
  for (const rule of rules) {
    const level = indexOf(names, rule.level, "levelsBy");
    const columns = rule.when.map((condition) => asked(condition.measure).readings);
    const fails = rule.when.length > 0 ? new Uint8Array(n) : isUnknown.slice();
    for (const condition of rule.when) markFailing(fails, condition, asked(condition.measure));
    for (let account = 0; account < n; account++)
      if (levels[account] === NONE && !fails[account]) levels[account] = level;
    for (const column of columns)
      for (let account = 0; account < n; account++) if (!isCovered(column[account] as number)) isUnknown[account] = 1;
  }
  for (let account = 0; account < n; account++)
    if (levels[account] === NONE && isUnknown[account]) levels[account] = MISSING;
  return levels;
}

/** So far from a bound, rounding to six decimals decides nothing. */
const FAR = 1e-5;

function markFailing(fails: Uint8Array, condition: Condition, { readings, levels }: AskedReadings): void {
  if (condition.level !== undefined) {
    const wanted = indexOf(levels ?? [], condition.level, condition.measure);
    for (let account = 0; account < fails.length; account++) if (readings[account] !== wanted) fails[account] = 1;
    return;
  }
  if (levels) throw new RangeError(`${condition.measure} has levels: its condition must name one`);
  const upper = condition.below ?? condition.atMost;
  const bound = upper ?? condition.above ?? condition.atLeast ?? MISSING;
  for (let account = 0; account < fails.length; account++) {
    const reading = readings[account] as number;
    const isFar = Number.isFinite(reading) && Math.abs(reading - bound) > FAR;
    if (isFar ? reading < bound === (upper === undefined) : !meetsBound(condition, reading)) fails[account] = 1;
  }
}

function indexOf(names: readonly string[], level: string, of: string): number {
  const index = names.indexOf(level);
  if (index < 0) throw new RangeError(`${of} has no level "${level}"`);
  return index;
}
