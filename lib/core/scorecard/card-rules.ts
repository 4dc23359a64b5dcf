import type { CycleMonths } from "./cycle";

/** Days until the decision beyond which a stable green account may answer once a quarter. */
export const QUARTERLY_DECIDE_DAYS = 180;
/** Days before a day on which an account was green without a break, to count as stable. */
export const STABLE_DAYS = 90;

/** How often an account answers: once a quarter where the installation says so, its health was green throughout the 90 days
 * before, and it decides in more than 180 days (or has no decision ahead); else every month.
 * @example cycleMonthsOf({ quarterlyGreens: true, wasGreen: true, daysToDecideBy: 181 }) // → 3
 * @example cycleMonthsOf({ quarterlyGreens: true, wasGreen: true, daysToDecideBy: 180 }) // → 1
 * @example cycleMonthsOf({ quarterlyGreens: false, wasGreen: true, daysToDecideBy: null }) // → 1 */
export function cycleMonthsOf(account: {
  quarterlyGreens: boolean;
  wasGreen: boolean;
  daysToDecideBy: number | null;
}): CycleMonths {
  const { quarterlyGreens, wasGreen, daysToDecideBy } = account;
  return quarterlyGreens && wasGreen && (daysToDecideBy ?? Number.POSITIVE_INFINITY) > QUARTERLY_DECIDE_DAYS ? 3 : 1;
}
