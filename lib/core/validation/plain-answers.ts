import type { Judged } from "./judged";
import { type Matchable, matchPairs } from "./match-pairs";
import { type Difference, newcombePaired } from "./newcombe";
import { type Share, wilson } from "./wilson";

/** A share of accounts, and of the ARR that they had before the decision. */
export type CountAndMoney = { share: Share | null; partCents: number; ofCents: number };

export type PlainAnswers = {
  greenRenewed: CountAndMoney;
  belowLost: CountAndMoney;
  /** Of the accounts below green that were worked, how many stayed, beside comparable ones that were not. */
  worked: {
    all: CountAndMoney;
    pairs: number;
    workedStayed: Share | null;
    unworkedStayed: Share | null;
    difference: Difference | null;
  };
};

/** Health within 10 points and ARR within a factor of 2, in the same tone. */
const CALIPERS = [10, 1] as const;

/** What people ask first: does green stay, does below green leave, and does work help? Pairs are of one tone, health within 10
 * points, ARR within a factor of 2; the interval of their difference is Newcombe's for paired shares. */
export function plainAnswers(cases: readonly Judged[]): PlainAnswers {
  const green = cases.filter(({ healthTone }) => healthTone === 3);
  const below = cases.filter(({ healthTone }) => healthTone < 3);
  const worked = below.filter(({ decision }) => decision.isWorked);
  const matchable = (isWorked: boolean) => {
    const found: Matchable[] = [];
    for (const [id, { health, healthTone, decision }] of below.entries())
      if (decision.isWorked === isWorked && decision.arrBeforeCents && health !== null)
        found.push({ id, stratum: String(healthTone), near: [health, Math.log2(decision.arrBeforeCents)] });
    return found;
  };
  const pairs = matchPairs(matchable(true), matchable(false), CALIPERS);
  const stayed = (place: number) => !below[place]?.bad;
  const count = (treated: boolean, untreated: boolean) =>
    pairs.filter((pair) => stayed(pair.treated) === treated && stayed(pair.untreated) === untreated).length;
  const [both, first, second, neither] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  return {
    greenRenewed: shareOf(green, (one) => !one.bad),
    belowLost: shareOf(below, (one) => one.bad),
    worked: {
      all: shareOf(worked, (one) => !one.bad),
      pairs: pairs.length,
      workedStayed: wilson(both + first, pairs.length),
      unworkedStayed: wilson(both + second, pairs.length),
      difference: newcombePaired({ both, first, second, neither }),
    },
  };
}

function shareOf(cases: readonly Judged[], holds: (one: Judged) => boolean): CountAndMoney {
  const part = cases.filter(holds);
  const cents = (some: readonly Judged[]) =>
    some.reduce((sum, { decision }) => sum + (decision.arrBeforeCents ?? 0), 0);
  return { share: wilson(part.length, cases.length), partCents: cents(part), ofCents: cents(cases) };
}
