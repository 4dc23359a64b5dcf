import { kaplanMeier, type SurvivalStep, type Watched } from "./kaplan-meier";
import { type LogRank, logRank } from "./log-rank";

/** An account as it stood on the first day, and how long it was watched from there. */
export type WatchedAccount = Watched & { tone: number };

export type BandSurvival = {
  tone: number;
  n: number;
  churned: number;
  /** Null below 20 accounts: the line would say more than is known. */
  steps: SurvivalStep[] | null;
};

export type SurvivalByBand = {
  bands: BandSurvival[];
  /** Whether the drawn bands churn alike; null where fewer than two are drawn, or too few churned to say. */
  test: LogRank | null;
  churned: number;
};

/** Fewer accounts than these in a band draw no line; and fewer that churned in all allow no test. */
export const FEWEST_WATCHED = 20;
export const FEWEST_CHURNED = 10;

/** How long the accounts of each band stayed, best band first, and whether the bands differ beyond chance. Accounts without a band
 * are in none.
 * @example survivalByBand([{ tone: 3, days: 9, churned: true }]).bands[0] // → { tone: 3, n: 1, churned: 1, steps: null } */
export function survivalByBand(watched: readonly WatchedAccount[]): SurvivalByBand {
  const groups = [3, 2, 1].map((tone) => ({ tone, of: watched.filter((one) => one.tone === tone) }));
  const bands = groups.map(({ tone, of }) => ({
    ...{ tone, n: of.length, churned: churnedOf(of) },
    steps: of.length < FEWEST_WATCHED ? null : kaplanMeier(of),
  }));
  const drawn = groups.filter(({ of }) => of.length >= FEWEST_WATCHED).map(({ of }) => of);
  const isEnough = drawn.length > 1 && churnedOf(drawn.flat()) >= FEWEST_CHURNED;
  return { bands, test: isEnough ? logRank(drawn) : null, churned: churnedOf(watched) };
}

/** Of a band's accounts, the share that was still there on a day, and how many were still watched.
 * @example stayedOn([], 30) // → 1 */
export function stayedOn(steps: readonly SurvivalStep[], day: number): number {
  return steps.findLast((step) => step.day <= day)?.stayed ?? 1;
}

function churnedOf(watched: readonly Watched[]): number {
  return watched.filter(({ churned }) => churned).length;
}
