import type { Column } from "./columns";
import type { ReadAccount, Slices } from "./measure";
import { isAbsent, MISSING, NONE } from "./reading";

/** A state as of a day: the column's value, MISSING where it is null. Edge: MISSING before the account's first day.
 * @example stateOf(slices, "open_tickets")(0) // → 2 */
export function stateOf(slices: Slices, column: Column, daysBack = 0): ReadAccount {
  const values = slices.column(column, daysBack);
  return (account) => values[account] as number;
}

/** A state that counts things: the column's value, 0 where nothing has come for the account.
 * @example countOf(slices, "active_champions")(0) // → 1 */
export function countOf(slices: Slices, column: Column): ReadAccount {
  const values = slices.column(column, 0);
  return (account) => values[account] || 0;
}

/** What a counter gained in a window: counter at its last day − counter on the day before its first. The window ends
 * `daysBack` days before the as-of day, that day included; unit: the counter's; a counter that never moved gains 0.
 * @example gainOf(slices, "tickets_opened", 90)(0) // → 5 */
export function gainOf(slices: Slices, column: Column, window: number, daysBack = 0): ReadAccount {
  const last = slices.column(column, daysBack);
  const before = slices.column(column, daysBack + window);
  return (account) => (last[account] as number) - (before[account] as number);
}

/** One figure for each unit of another: factor × part / whole. MISSING where the part is; NONE where the whole is 0 or there
 * is none: a ratio or mean without a denominator.
 * @example ratioOf(() => 3, () => 4, 100)(0) // → 75 */
export function ratioOf(part: ReadAccount, whole: ReadAccount, factor = 1): ReadAccount {
  return (account) => {
    const numerator = part(account);
    const denominator = whole(account);
    if (Number.isNaN(numerator)) return MISSING;
    return denominator > 0 ? (factor * numerator) / denominator : NONE;
  };
}

/** A reading that needs another figure to be known: MISSING where that one is.
 * @example requiring(() => 3, () => 75)(0) // → 75 */
export function requiring(known: ReadAccount, reading: ReadAccount): ReadAccount {
  return (account) => (Number.isNaN(known(account)) ? MISSING : reading(account));
}

/** The mean a day of a usage counter over a window: gain / days with a row that gives it. MISSING where fewer than half of
 * the window's days have such a row; a row may say 0.
 * @example usageMean(slices, "active_users", "active_users_days", 28)(0) // → 42.5 */
export function usageMean(
  slices: Slices,
  counter: Column,
  daysCounter: Column,
  window: number,
  daysBack = 0,
): ReadAccount {
  const gained = gainOf(slices, counter, window, daysBack);
  const days = gainOf(slices, daysCounter, window, daysBack);
  return (account) => {
    const rows = days(account);
    return rows > 0 && rows * 2 >= window ? gained(account) / rows : MISSING;
  };
}

/** The change from one figure to another in percent: 100 × (now − before) / |before|. MISSING where the earlier one is 0 or
 * absent (a trend against nothing); absent as the later one is.
 * @example trendOf(() => 90, () => 120)(0) // → -25 */
export function trendOf(now: ReadAccount, before: ReadAccount): ReadAccount {
  return (account) => {
    const later = now(account);
    const earlier = before(account);
    if (isAbsent(later)) return later;
    return earlier !== 0 && !isAbsent(earlier) ? (100 * (later - earlier)) / Math.abs(earlier) : MISSING;
  };
}

/** Days since something last happened; since customer_since where it never did, never below 0. NONE where it never happened
 * and nobody said since when the account is a customer.
 * @example daysSince(slices, "last_two_way_day")(0) // → 92 */
export function daysSince(slices: Slices, column: Column): ReadAccount {
  const last = slices.column(column, 0);
  const { asOf, customerSince } = slices;
  return (account) => {
    const day = last[account] as number;
    const from = Number.isNaN(day) ? (customerSince[account] as number) : day;
    return Number.isNaN(from) ? NONE : Math.max(0, asOf - from);
  };
}

/** The index of a level among sorted names by a yes-or-no fact: "no" is 0, "yes" is 1.
 * @example yesIf(() => 2, (n) => n >= 1)(0) // → 1 */
export function yesIf(count: ReadAccount, holds: (count: number) => boolean): ReadAccount {
  return (account) => (holds(count(account)) ? 1 : 0);
}
