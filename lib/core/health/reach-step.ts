import type { Card } from "@/lib/core/scorecard/overlay";
import type { CompiledDefinition } from "./compile-definition";

export type Question = "champion" | "executive" | "outcome";
/** One thing to change: a measure's reading (encoded), or an answer. `share` is how far that is, as a part of its span. */
export type ReachStep =
  | { kind: "reading"; key: string; column: number; from: number; to: number; share: number }
  | { kind: "answer"; question: Question | null; from: string; to: string; share: number };

/** An account on one day: its readings are encoded, in the definition's column order. */
export type ReachAccount = { compiled: CompiledDefinition; readings: Float64Array; card: Card | null };

/** What might be changed, and how far that is. */
export type ReachOption = { steps: ReachStep[]; share: number };

/** An account with steps taken. An answer given anew is in force, and its lift, if it is one, waits for its review. */
export function applied(account: ReachAccount, steps: readonly ReachStep[]): ReachAccount {
  const readings = Float64Array.from(account.readings);
  let card = account.card;
  for (const step of steps) {
    if (step.kind === "reading") readings[step.column] = step.to;
    else if (card)
      card = {
        ...card,
        answers: step.question ? { ...card.answers, [step.question]: step.to } : card.answers,
        ...{ standing: "in_force", liftWaitsDays: 0 },
      };
  }
  return { ...account, readings, card };
}
