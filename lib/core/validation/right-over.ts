import { type Auc, aucOf } from "./auc";
import type { PastCase } from "./past-case";
import { saysOf } from "./side-report";
import { FEWEST_OUTCOMES } from "./verdict";
import { type Share, wilson } from "./wilson";

/** Of the cases of a group, how often health was right. Below 30 the figures are refused: null beside the counts. */
export type RightGroup = { key: string; n: number; bad: number; right: Share | null; auc: Auc | null };

/** How often health was right by a key of the case, in the order in which keys first come. */
export function rightOver<Case extends PastCase>(
  cases: readonly Case[],
  keyOf: (one: Case) => string,
  fewest = FEWEST_OUTCOMES,
): RightGroup[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, group]) => {
    const [bad, risks]: [boolean[], number[]] = [[], []];
    let right = 0;
    for (const one of group) {
      const says = saysOf(one, "health");
      if (!says) continue;
      bad.push(one.bad);
      risks.push(says.risk);
      if (says.tone < 3 === one.bad) right++;
    }
    const n = bad.length;
    return {
      ...{ key, n, bad: bad.filter(Boolean).length },
      ...(n < fewest ? { right: null, auc: null } : { right: wilson(right, n), auc: aucOf(risks, bad) }),
    };
  });
}
