import { type Decision, isBad } from "./cohort";
import type { Judged } from "./judged";
import { type Share, wilson } from "./wilson";

export const KINDS = ["renewed", "expanded", "downsold", "churned"] as const;

/** The decisions of accounts that stood in a tone at the cut; tone 0 had too little data. */
export type BandOutcome = {
  tone: number;
  n: number;
  counts: Record<Decision["kind"], number>;
  lost: Share | null;
};

/** What came of each band, best first, those with too little data last. */
export function bandOutcomes(cases: readonly Judged[], insufficient: readonly Decision[] = []): BandOutcome[] {
  const of = (tone: number) => cases.filter(({ healthTone }) => healthTone === tone).map(({ decision }) => decision);
  return [
    ...[3, 2, 1].map((tone) => outcomeOf(tone, of(tone))),
    ...(insufficient.length > 0 ? [outcomeOf(0, insufficient)] : []),
  ];
}

function outcomeOf(tone: number, decisions: readonly Decision[]): BandOutcome {
  const counts = { renewed: 0, expanded: 0, downsold: 0, churned: 0 };
  for (const { kind } of decisions) counts[kind]++;
  return { tone, n: decisions.length, counts, lost: wilson(decisions.filter(isBad).length, decisions.length) };
}
