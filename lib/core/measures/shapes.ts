import type { Column } from "./columns";
import type { Slices } from "./measure";
import { isAbsent, MISSING, NONE } from "./reading";

// Loops, not map: a typed array's map with a callback takes ten times as long.

/** A state as of a day for every account: the column's value, MISSING where it is null or the account has no day yet.
 * @example stateOf(slices, "seats")[0] // → 100 */
export function stateOf(slices: Slices, column: Column, daysBack = 0): Float64Array {
  return slices.column(column, daysBack);
}

/** A state that counts things: the column's value, 0 where nothing has come for the account.
 * @example countOf(slices, "active_champions")[0] // → 1 */
export function countOf(slices: Slices, column: Column, daysBack = 0): Float64Array {
  const counts = slices.column(column, daysBack).slice();
  for (let i = 0; i < counts.length; i++) counts[i] ||= 0;
  return counts;
}

/** What a counter gained in a window: counter at its last day − counter on the day before its first. The window ends
 * `daysBack` days before the as-of day, that day included; unit: the counter's; a counter that never moved gains 0.
 * @example gainOf(slices, "tickets_opened", 90)[0] // → 5 */
export function gainOf(slices: Slices, column: Column, window: number, daysBack = 0): Float64Array {
  const gained = slices.column(column, daysBack).slice();
  const before = slices.column(column, daysBack + window);
  for (let i = 0; i < gained.length; i++) gained[i] = (gained[i] as number) - (before[i] as number);
  return gained;
}

/** One figure for each unit of another: factor × part / whole. MISSING where the part is; NONE where the whole is 0 or there
 * is none: a ratio or mean without a denominator.
 * @example ratioOf(Float64Array.of(3), Float64Array.of(4), 100)[0] // → 75 */
export function ratioOf(part: Float64Array, whole: Float64Array, factor = 1): Float64Array {
  const ratios = new Float64Array(part.length);
  for (let i = 0; i < ratios.length; i++) {
    const numerator = part[i] as number;
    const denominator = whole[i] as number;
    ratios[i] = Number.isNaN(numerator) ? MISSING : denominator > 0 ? (factor * numerator) / denominator : NONE;
  }
  return ratios;
}

/** One counter's gain in a window for each unit of another's: factor × gain of the part / gain of the whole. NONE where the
 * whole gained nothing.
 * @example ratioOfGains(slices, "csat_sum", "csat_n", 90)[0] // → 4.25 */
export function ratioOfGains(slices: Slices, part: Column, whole: Column, window: number, factor = 1): Float64Array {
  const ratios = new Float64Array(slices.n);
  const [last, before] = [slices.column(part, 0), slices.column(part, window)];
  const [lastWhole, wholeBefore] = [slices.column(whole, 0), slices.column(whole, window)];
  for (let i = 0; i < ratios.length; i++) {
    const denominator = (lastWhole[i] as number) - (wholeBefore[i] as number);
    ratios[i] = denominator > 0 ? (factor * ((last[i] as number) - (before[i] as number))) / denominator : NONE;
  }
  return ratios;
}

/** Readings that need another figure to be known: MISSING where that one is.
 * @example requiring(Float64Array.of(3), Float64Array.of(75))[0] // → 75 */
export function requiring(required: Float64Array, readings: Float64Array): Float64Array {
  const known = readings.slice();
  for (let i = 0; i < known.length; i++) if (Number.isNaN(required[i])) known[i] = MISSING;
  return known;
}

/** The mean a day of a usage counter over a window: gain / days with a row that gives it. MISSING where fewer than half of
 * the window's days have such a row; a row may say 0.
 * @example usageMean(slices, "active_users", "active_users_days", 28)[0] // → 42.5 */
export function usageMean(
  slices: Slices,
  counter: Column,
  daysCounter: Column,
  window: number,
  daysBack = 0,
): Float64Array {
  const means = new Float64Array(slices.n);
  const [last, before] = [slices.column(counter, daysBack), slices.column(counter, daysBack + window)];
  const [days, daysBefore] = [slices.column(daysCounter, daysBack), slices.column(daysCounter, daysBack + window)];
  for (let i = 0; i < means.length; i++) {
    const rows = (days[i] as number) - (daysBefore[i] as number);
    means[i] = rows > 0 && rows * 2 >= window ? ((last[i] as number) - (before[i] as number)) / rows : MISSING;
  }
  return means;
}

/** The change from one figure to another in percent: 100 × (now − before) / |before|. MISSING where the earlier one is 0 or
 * absent (a trend against nothing); absent as the later one is.
 * @example trendOf(Float64Array.of(90), Float64Array.of(120))[0] // → -25 */
export function trendOf(now: Float64Array, before: Float64Array): Float64Array {
  const trends = now.slice();
  for (let i = 0; i < trends.length; i++) {
    const later = trends[i] as number;
    const earlier = before[i] as number;
    if (isAbsent(later)) continue;
    trends[i] = earlier !== 0 && !isAbsent(earlier) ? (100 * (later - earlier)) / Math.abs(earlier) : MISSING;
  }
  return trends;
}

/** Days since something last happened; since customer_since where it never did, never below 0. NONE where it never happened
 * and nobody said since when the account is a customer.
 * @example daysSince(slices, "last_two_way_day")[0] // → 31 */
export function daysSince(slices: Slices, column: Column): Float64Array {
  const { asOf, customerSince } = slices;
  const days = slices.column(column, 0).slice();
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    const from = Number.isNaN(day) ? (customerSince[i] as number) : day;
    days[i] = Number.isNaN(from) ? NONE : Math.max(0, asOf - from);
  }
  return days;
}

/** A yes-or-no fact as the index of its level: "no" is 0, "yes" is 1.
 * @example yesIf(Float64Array.of(2), (count) => count >= 1)[0] // → 1 */
export function yesIf(counts: Float64Array, holds: (count: number) => boolean): Float64Array {
  return counts.map((count) => (holds(count) ? 1 : 0));
}
