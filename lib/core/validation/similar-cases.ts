import { disagreementOf, type PastCase } from "./past-case";
import { type Share, wilson } from "./wilson";

export type SimilarCases<Case extends PastCase> = { cases: Case[]; lost: Share | null; peopleRight: Share | null };

/** Past cases that disagreed alike: the same sign and as severe, nearest in size first. `lost` is the share of them that churned
 * or was downsold, `peopleRight` that in which the people saw it; null of none. */
export function similarCases<Case extends PastCase>(
  past: readonly Case[],
  now: { sign: "hidden_risk" | "false_alarm"; gap: number; severe: boolean },
  minGap: number,
): SimilarCases<Case> {
  const alike = past
    .flatMap((one) => {
      const then = disagreementOf(one, minGap);
      const isAlike = then?.sign === now.sign && then.severe === now.severe;
      return isAlike ? [{ one, apart: Math.abs(then.gap - now.gap) }] : [];
    })
    .sort((a, b) => a.apart - b.apart || a.one.accountId - b.one.accountId);
  const cases = alike.map(({ one }) => one);
  const lost = cases.filter(({ bad }) => bad).length;
  // Below green says bad: what the people said is the same in all of a sign, unless both sides say bad.
  const right = cases.filter(({ bad, peopleTone }) => peopleTone < 3 === bad).length;
  return { cases, lost: wilson(lost, cases.length), peopleRight: wilson(right, cases.length) };
}
