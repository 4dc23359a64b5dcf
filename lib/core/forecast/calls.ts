import { type Share, wilson } from "@/lib/core/validation/wilson";

/** What a person says of a renewal, from the surest to the least. */
export const CALLS = ["commit", "best_case", "at_risk", "lost"] as const;
export type Call = (typeof CALLS)[number];

export const CALL_WORDS: Record<Call, string> = {
  commit: "Commit",
  best_case: "Best case",
  at_risk: "At risk",
  lost: "Lost",
};

/** A call and what the customer then decided: bad is churned or downsold. */
export type CalledOutcome = { call: Call; bad: boolean };

export type CallRecord = {
  /** Of each call: how many were decided, and how many of them renewed in full. */
  rows: { call: Call; renewed: Share | null }[];
  /** Commit and best case right where it renewed, at risk and lost right where it did not. */
  right: Share | null;
};

/** How calls compare with what customers decided, by call. Null shares where none was decided. Source: Wilson intervals.
 * @example callRecord([{ call: "commit", bad: false }, { call: "lost", bad: false }]).right?.hits // → 1 */
export function callRecord(decided: readonly CalledOutcome[]): CallRecord {
  const rows = CALLS.map((call) => {
    const of = decided.filter((one) => one.call === call);
    return { call, renewed: wilson(of.filter(({ bad }) => !bad).length, of.length) };
  });
  const right = decided.filter(({ call, bad }) => (call === "at_risk" || call === "lost") === bad).length;
  return { rows, right: wilson(right, decided.length) };
}
