import { z } from "zod";
import { isAbsent } from "@/lib/core/measures/reading";
import { roundSix } from "./rounding";

const OPERATORS = ["level", "below", "above", "atMost", "atLeast"] as const;
export type Operator = (typeof OPERATORS)[number];

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
  const operator = operatorOf(condition);
  return operator !== "level" && compares(operator, roundSix(reading), roundSix(condition[operator] as number));
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

/** The operator of a condition: the one of its bounds that is given. */
export function operatorOf(condition: Condition): Operator {
  return OPERATORS.find((operator) => condition[operator] !== undefined) ?? "level";
}

/** Whether a reading compares with a bound, both rounded to six decimals; levels by their encoding.
 * @example compares("below", 2, 2) // → false */
export function compares(operator: Operator, reading: number, bound: number): boolean {
  switch (operator) {
    case "level":
      return reading === bound;
    case "below":
      return reading < bound;
    case "above":
      return reading > bound;
    case "atMost":
      return reading <= bound;
    case "atLeast":
      return reading >= bound;
  }
}
