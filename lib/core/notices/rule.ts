import { z } from "zod";

/** A reading on one side of a value, the value itself not included. */
export const RuleCondition = z.strictObject({
  side: z.enum(["below", "above"]),
  value: z.number({ error: "must be a number" }),
});
export type RuleCondition = z.output<typeof RuleCondition>;

/** A rule in words.
 * @example ruleText({ side: "below", value: 60 }, "Licence use", 14) // → "Licence use below 60 for 14 days" */
export function ruleText({ side, value }: RuleCondition, measure: string, days: number): string {
  return `${measure} ${side} ${value}${days > 1 ? ` for ${days} days` : ""}`;
}
