import { type Condition, meetsBound } from "@/lib/core/health/condition";
import type { LevelRule } from "@/lib/core/health/model";
import type { ReadAccount } from "./measure";
import { isAbsent, isCovered, MISSING, NONE } from "./reading";

/** A column of readings that conditions ask for; `levels` names what a level reading is the index of. */
export type AskedReadings = { readings: Float64Array; levels: readonly string[] | null };

/** The level of each account by ordered rules, the first whose conditions all hold: its index among `names`. A condition on
 * an absent reading does not hold; a rule without conditions (the "else") holds only where no reading asked for before it is
 * MISSING, for what is not known is never taken for the rest. Where no rule holds: MISSING if a reading asked for is, else NONE.
 * Throws, by name, on a level that `names` or the asked measure does not have.
 * @example levelOf([{ level: "low", when: [{ measure: "nps", below: 0 }] }], ["low"], asked)(0) // → 0 */
export function levelOf(
  rules: readonly LevelRule[],
  names: readonly string[],
  asked: (measure: string) => AskedReadings,
): ReadAccount {
  const compiled = rules.map((rule) => ({
    level: indexOf(names, rule.level, "levelOf"),
    isElse: rule.when.length === 0,
    columns: rule.when.map((condition) => asked(condition.measure).readings),
    holds: rule.when.map((condition) => holdsOn(condition, asked(condition.measure))),
  }));
  return (account) => {
    let isKnown = true;
    for (const { level, isElse, columns, holds } of compiled) {
      if (isElse ? isKnown : holds.every((hold) => hold(account))) return level;
      isKnown &&= columns.every((column) => isCovered(column[account] as number));
    }
    return isKnown ? NONE : MISSING;
  };
}

function holdsOn(condition: Condition, { readings, levels }: AskedReadings): (account: number) => boolean {
  if (condition.level !== undefined) {
    const wanted = indexOf(levels ?? [], condition.level, condition.measure);
    return (account) => readings[account] === wanted;
  }
  if (levels) throw new RangeError(`${condition.measure} has levels: its condition must name one`);
  return (account) => {
    const reading = readings[account] as number;
    return !isAbsent(reading) && meetsBound(condition, reading);
  };
}

function indexOf(names: readonly string[], level: string, of: string): number {
  const index = names.indexOf(level);
  if (index < 0) throw new RangeError(`${of} has no level "${level}"`);
  return index;
}
