import { NONE } from "@/lib/core/measures/reading";
import { meetsBound } from "./condition";
import type { LevelRule } from "./model";
import type { Reading } from "./score";

/** The level that ordered conditions on other measures' readings make: the first rule of which every condition holds.
 * A rule without conditions (the "else") is only reached where no reading asked for before it is missing: what is not known
 * is never taken for the rest. Null means missing.
 * @example levelOf([{ level: "high", when: [{ measure: "use", atLeast: 70 }] }, { level: "low", when: [] }], () => 40) // → "low"
 * @example levelOf([{ level: "high", when: [{ measure: "use", atLeast: 70 }] }, { level: "low", when: [] }], () => null) // → null */
export function levelOf(rules: readonly LevelRule[], reading: (measure: string) => Reading): string | null {
  let unknown = false;
  for (const rule of rules) {
    if (rule.when.length === 0) return unknown ? null : rule.level;
    let holds = true;
    for (const condition of rule.when) {
      const value = reading(condition.measure);
      if (value === null) unknown = true;
      if (condition.level === undefined) holds &&= meetsBound(condition, typeof value === "number" ? value : NONE);
      else holds &&= value === condition.level;
    }
    if (holds) return rule.level;
  }
  return null;
}

/** The keys of the measures that a definition's level conditions ask for, sorted: to be read beside its own.
 * @example conditionKeys({ measures: [{ conditions: [{ level: "high", when: [{ measure: "use", above: 1 }] }] }] }) // → ["use"] */
export function conditionKeys(definition: {
  measures: readonly { conditions?: readonly LevelRule[] | undefined }[];
}): string[] {
  const rules = definition.measures.flatMap((measure) => measure.conditions ?? []);
  return [...new Set(rules.flatMap((rule) => rule.when.map((condition) => condition.measure)))].sort();
}
