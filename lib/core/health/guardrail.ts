import type { CompiledDefinition, CompiledGuardrail } from "./compile-definition";
import { meetsBound } from "./condition";

/** Whether all conditions of a guardrail hold on one account's encoded readings, read by `reading(column)`.
 * An absent reading meets none; levels compare by their encoding. */
export function guardrailHolds(guardrail: CompiledGuardrail, reading: (column: number) => number): boolean {
  for (const { column, level, condition } of guardrail.when) {
    const value = reading(column);
    if (condition.level === undefined ? !meetsBound(condition, value) : value !== level) return false;
  }
  return true;
}

/** Health after one guardrail that holds: at most the top of its band, or at least its bottom.
 * @example guardedBy({ atMost: true, bound: 74.9 }, 90) // → 74.9 */
export function guardedBy(guardrail: { atMost: boolean; bound: number }, health: number): number {
  return guardrail.atMost ? Math.min(health, guardrail.bound) : Math.max(health, guardrail.bound);
}

/** The guardrails that change health on one account, in the order in which they act (all "at least" before all "at most"),
 * with the health after each. */
export function guardrailsThatBite(
  compiled: CompiledDefinition,
  encoded: Float64Array,
  health: number,
): { index: number; before: number; after: number }[] {
  const bites: { index: number; before: number; after: number }[] = [];
  let before = health;
  for (const guardrail of compiled.guardrails) {
    if (!guardrailHolds(guardrail, (column) => encoded[column] as number)) continue;
    const after = guardedBy(guardrail, before);
    if (after !== before) bites.push({ index: guardrail.index, before, after });
    before = after;
  }
  return bites;
}
