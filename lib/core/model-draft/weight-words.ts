import { numberText } from "./scoring-words";

/** How the weights stand to a hundred, in words; any total works, since shares count.
 * @example weightWords([60, 35]) // → "95 of 100: 5 left to give"
 * @example weightWords([60, 50]) // → "110: 10 over 100; shares count, so any total works"
 * @example weightWords([1, 1]) // → "2 in all; shares count, so any total works" */
export function weightWords(weights: readonly number[]): string {
  const total = Math.round(weights.reduce((sum, weight) => sum + weight, 0) * 100) / 100;
  if (total === 100) return "100 of 100";
  if (total > 100) return `${numberText(total)}: ${numberText(total - 100)} over 100; shares count, so any total works`;
  if (total >= 80) return `${numberText(total)} of 100: ${numberText(100 - total)} left to give`;
  return `${numberText(total)} in all; shares count, so any total works`;
}
