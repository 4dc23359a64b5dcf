import type { Tone } from "@/lib/core/health/bands";
import type { Trend } from "@/lib/core/health/trend";
import { matchPairs } from "@/lib/core/validation/match-pairs";
import { newcombe, newcombePaired } from "@/lib/core/validation/newcombe";

/** One account on the day from which it is followed: what it was like, whether it was worked, and what came of it. */
export type Followed = {
  id: number;
  tone: Tone;
  trend: Trend["direction"] | null;
  segment: string | null;
  health: number;
  arrCents: number;
  treated: boolean;
  /** Whether the outcome asked for came: green, renewed. */
  good: boolean;
};

export type EffectVerdict = "better" | "worse" | "no effect shown" | "too few";
export type Effect = {
  /** Matched pairs, or the smaller side of a hold-out. */
  pairs: number;
  /** Who was compared with whom, by id; empty for a hold-out. */
  matched: readonly { treated: number; untreated: number }[];
  unmatched: number;
  treatedShare: number;
  untreatedShare: number;
  difference: number;
  low: number;
  high: number;
  verdict: EffectVerdict;
  isCausal: boolean;
  warning: string;
};

export const EFFECT_CALIPERS = { healthPoints: 5, arrFactor: 2 };
const LEAST_PAIRS = 10;

/** Shown beside every matched comparison. */
export const SELECTION_WARNING =
  "Not proof of cause. People choose whom they work: accounts they believe in, or those that shout. Low scores also rise by themselves (regression to the mean), which matching on band, trend and health reduces but does not remove.";
const HOLD_OUT_WARNING = "Chance decided who was worked, so the difference may be called an effect of the play.";

/** How treated accounts fared against comparable untreated ones. Matched one to one on band tone, trend and segment exactly, on
 * health within 5 points and ARR within a factor of 2, nearest first; the difference of the two shares with Newcombe's 95%
 * interval for paired proportions (method 10). The verdict is "no effect shown" while the interval holds 0, and "too few" below
 * 10 pairs. It says how many treated found nobody comparable. Null without a pair. Source: PRODUCT, measured. */
export function effectOf(accounts: readonly Followed[], { healthPoints, arrFactor } = EFFECT_CALIPERS): Effect | null {
  const matchable = (account: Followed) => ({
    id: account.id,
    stratum: JSON.stringify([account.tone, account.trend, account.segment]),
    near: [account.health, Math.log(Math.max(1, account.arrCents))],
  });
  const treated = accounts.filter((account) => account.treated);
  const untreated = accounts.filter((account) => !account.treated);
  const pairs = matchPairs(treated.map(matchable), untreated.map(matchable), [healthPoints, Math.log(arrFactor)]);
  const good = new Map(accounts.map((account) => [account.id, account.good]));
  const counts = { both: 0, first: 0, second: 0, neither: 0 };
  for (const pair of pairs) {
    const [one, other] = [good.get(pair.treated), good.get(pair.untreated)];
    counts[one ? (other ? "both" : "first") : other ? "second" : "neither"]++;
  }
  const difference = newcombePaired(counts);
  if (!difference) return null;
  return {
    pairs: pairs.length,
    matched: pairs,
    unmatched: treated.length - pairs.length,
    treatedShare: (counts.both + counts.first) / pairs.length,
    untreatedShare: (counts.both + counts.second) / pairs.length,
    ...difference,
    ...{ verdict: verdictOf(difference, pairs.length), isCausal: false, warning: SELECTION_WARNING },
  };
}

/** How a low-touch play did where chance held out a half: the difference of two independent shares with Newcombe's 95% interval
 * (method 10). Only this one is called causal. Null where either side is empty.
 * @example effectOfHoldOut([])  // → null */
export function effectOfHoldOut(accounts: readonly Pick<Followed, "treated" | "good">[]): Effect | null {
  const side = (treated: boolean) => {
    const of = accounts.filter((account) => account.treated === treated);
    return { hits: of.filter(({ good }) => good).length, n: of.length };
  };
  const [treated, held] = [side(true), side(false)];
  const difference = newcombe(treated, held);
  if (!difference) return null;
  const pairs = Math.min(treated.n, held.n);
  return {
    ...{ pairs, matched: [], unmatched: 0, treatedShare: treated.hits / treated.n, untreatedShare: held.hits / held.n },
    ...difference,
    ...{ verdict: verdictOf(difference, pairs), isCausal: true, warning: HOLD_OUT_WARNING },
  };
}

function verdictOf({ low, high }: { low: number; high: number }, pairs: number): EffectVerdict {
  if (pairs < LEAST_PAIRS) return "too few";
  return low > 0 ? "better" : high < 0 ? "worse" : "no effect shown";
}
