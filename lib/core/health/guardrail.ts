import type { CompiledDefinition, CompiledGuardrail } from "./compile-definition";
import { compares } from "./condition";
import { roundSix } from "./rounding";

/** Whether all conditions of a guardrail hold for one account of columns of encoded readings. An absent reading meets none;
 * levels compare by their encoding. */
export function guardrailHolds(
  guardrail: CompiledGuardrail,
  readings: readonly Float64Array[],
  account: number,
): boolean {
  for (let i = 0; i < guardrail.when.length; i++) {
    const { column, operator, bound } = guardrail.when[i] as CompiledGuardrail["when"][number];
    const reading = (readings[column] as Float64Array)[account] as number;
    if (!Number.isFinite(reading) || !compares(operator, roundSix(reading), bound)) return false;
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
  const readings = Array.from(encoded, (reading) => Float64Array.of(reading));
  let before = health;
  for (const guardrail of compiled.guardrails) {
    if (!guardrailHolds(guardrail, readings, 0)) continue;
    const after = guardedBy(guardrail, before);
    if (after !== before) bites.push({ index: guardrail.index, before, after });
    before = after;
  }
  return bites;
}
