import { z } from "zod";
import { isAbsent } from "@/lib/core/measures/reading";
import { roundSix } from "./rounding";

export const OPERATORS = ["level", "below", "above", "atMost", "atLeast"] as const;

/** One condition on one measure's reading: a level by name, or a bound (below and above are strict). */
export const Condition = z
  .strictObject({
    measure: z.string().min(1).max(200),
    level: z.string().optional(),
    below: z.number().optional(),
    above: z.number().optional(),
    atMost: z.number().optional(),
    atLeast: z.number().optional(),
  })
  .refine((c) => OPERATORS.filter((operator) => c[operator] !== undefined).length === 1, {
    error: `a condition needs exactly one of ${OPERATORS.join(", ")}`,
  });
export type Condition = z.output<typeof Condition>;

/** Whether a numeric reading meets a condition's bound, both rounded to six decimals; an absent reading meets none,
 * and neither does a number a condition on a level.
 * @example meetsBound({ measure: "csat", below: 2 }, 1.9) // → true
 * @example meetsBound({ measure: "csat", below: 2 }, 2) // → false */
export function meetsBound(condition: Condition, reading: number): boolean {
  if (isAbsent(reading)) return false;
  const x = roundSix(reading);
  if (condition.below !== undefined) return x < roundSix(condition.below);
  if (condition.above !== undefined) return x > roundSix(condition.above);
  if (condition.atMost !== undefined) return x <= roundSix(condition.atMost);
  return condition.atLeast !== undefined && x >= roundSix(condition.atLeast);
}

/** A condition in plain words.
 * @example conditionWords({ measure: "csat", below: 2 }) // → "csat below 2" */
export function conditionWords(condition: Condition): string {
  const { measure } = condition;
  if (condition.level !== undefined) return `${measure} is ${condition.level}`;
  if (condition.below !== undefined) return `${measure} below ${condition.below}`;
  if (condition.above !== undefined) return `${measure} above ${condition.above}`;
  return condition.atMost !== undefined
    ? `${measure} at most ${condition.atMost}`
    : `${measure} at least ${condition.atLeast}`;
}
