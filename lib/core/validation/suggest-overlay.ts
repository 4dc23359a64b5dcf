import type { CompiledBands } from "@/lib/core/health/band";
import type { Overlay } from "@/lib/core/health/model";
import { blended } from "@/lib/core/scorecard/overlay";
import { type AucDifference, aucOf, compareAucs } from "./auc";
import type { PastCase } from "./past-case";

/** Bad and good decisions that each part must have, at least. */
export const FEWEST_EACH = 10;
const POLICIES = ["qualitative_wins", "worst_of", "blend"] as const;
const TENTHS = Array.from({ length: 11 }, (_, i) => i / 10);

type Candidate = Pick<Overlay, "policy" | "weight">;
export type OverlayEvidence = {
  /** Decisions chosen on, and later ones that the choice was checked on. */
  earlier: { n: number; bad: number };
  later: { n: number; bad: number };
  present: Candidate;
  /** What ranked the earlier decisions best. */
  best: Candidate;
  /** On the later decisions alone: the best's AUC against the present one's. Null where too few to say. */
  check: AucDifference | null;
  /** The best is another than the present one, and better on the later decisions beyond chance. */
  isSuggested: boolean;
};

/** The overlay's policy and weight that would have ranked past decisions best, chosen on the earlier two thirds and checked on
 * the later third against the present one by DeLong's paired test. It ranks by 100 − health from score and answers, before
 * guardrails. The nearest to the present one wins a tie. Too few of either class in a part: nothing is suggested. */
export function suggestOverlay(cases: readonly PastCase[], bands: CompiledBands, present: Overlay): OverlayEvidence {
  const known = cases
    .filter(({ score, people, scoreTone, peopleTone }) => score !== null && people !== null && scoreTone && peopleTone)
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : a.accountId - b.accountId));
  const split = Math.floor((known.length * 2) / 3);
  const [earlier, later] = [known.slice(0, split), known.slice(split)];
  const risks = (part: readonly PastCase[], candidate: Candidate) =>
    part.map((one) => {
      const measured = { score: one.score as number, rank: one.scoreTone - 1 };
      return (
        100 -
        blended(bands, { ...present, ...candidate }, measured, {
          score: one.people as number,
          rank: one.peopleTone - 1,
        })
      );
    });
  const outcomes = (part: readonly PastCase[]) => part.map(({ bad }) => bad);
  const now = { policy: present.policy, weight: present.weight };
  const distance = ({ policy, weight }: Candidate) => (policy === now.policy ? 0 : 1) + Math.abs(weight - now.weight);
  const candidates = [
    { policy: "advisory" as const, weight: now.weight },
    ...POLICIES.flatMap((policy) => TENTHS.map((weight) => ({ policy, weight }))),
  ].sort((a, b) => distance(a) - distance(b));
  let [best, highest] = [now as Candidate, aucOf(risks(earlier, now), outcomes(earlier))?.auc ?? 0];
  for (const candidate of candidates) {
    const auc = aucOf(risks(earlier, candidate), outcomes(earlier))?.auc ?? 0;
    if (auc > highest + 1e-12) [best, highest] = [candidate, auc];
  }
  const isEnough = [earlier, later].every((part) => {
    const bad = part.filter((one) => one.bad).length;
    return bad >= FEWEST_EACH && part.length - bad >= FEWEST_EACH;
  });
  const check = isEnough ? compareAucs(risks(later, best), risks(later, now), outcomes(later)) : null;
  const count = (part: readonly PastCase[]) => ({ n: part.length, bad: part.filter(({ bad }) => bad).length });
  return {
    ...{ earlier: count(earlier), later: count(later), present: now, best, check },
    isSuggested: check !== null && check.low > 0,
  };
}
