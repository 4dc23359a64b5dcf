import type { Tone } from "@/lib/core/health/bands";

/** Days (as day numbers) from `from` on in which an account stood the same to the clocks: in the tone on which they run,
 * between tones (another tone that has not held yet), without enough data, or in a band that only a new model made.
 * `up`: health was above that of the day of entry by the improvement asked for. */
export type Stretch = { from: number; is: Tone | "between" | "no_data" | "rescored"; up: boolean };

/** Whether clocks stand still in a stretch.
 * @example isPaused({ from: 0, is: "no_data", up: false }) // → true */
export function isPaused({ is }: Stretch): boolean {
  return is === "no_data" || is === "rescored";
}

/** Days counted from one day to another: calendar days less those paused; the first day is day 0.
 * @example elapsedDays([{ from: 0, is: "red", up: false }, { from: 4, is: "no_data", up: false }, { from: 6, is: "red", up: false }], 0, 10) // → 8 */
export function elapsedDays(stretches: readonly Stretch[], from: number, to: number): number {
  let days = to - from;
  for (let i = 0; i < stretches.length; i++) {
    const stretch = stretches[i] as Stretch;
    if (!isPaused(stretch)) continue;
    const [begin, end] = [Math.max(stretch.from, from + 1), Math.min(stretches[i + 1]?.from ?? to + 1, to + 1)];
    if (end > begin) days -= end - begin;
  }
  return days;
}

/** The day on which so many days have been counted, as known today: a pause that still goes on is taken to end today.
 * @example dueAfter([{ from: 0, is: "red", up: false }, { from: 4, is: "no_data", up: false }, { from: 6, is: "red", up: false }], 0, 7, 10) // → 9 */
export function dueAfter(stretches: readonly Stretch[], from: number, days: number, today: number): number {
  let due = from + days;
  for (let i = 0; i < stretches.length; i++) {
    const stretch = stretches[i] as Stretch;
    if (stretch.from > Math.min(due, today)) break;
    if (!isPaused(stretch)) continue;
    const [begin, end] = [Math.max(stretch.from, from + 1), Math.min(stretches[i + 1]?.from ?? today + 1, today + 1)];
    if (end > begin) due += end - begin;
  }
  return due;
}

/** The first day from one on, and until another, on which a tone stood (and, if asked, health was not up); null if none.
 * @example firstDayIn([{ from: 0, is: "yellow", up: false }, { from: 5, is: "red", up: false }], "red", 2, 9) // → 5 */
export function firstDayIn(
  stretches: readonly Stretch[],
  tone: Tone,
  from: number,
  until: number,
  notUp = false,
): number | null {
  for (let i = stretches.length - 1, found: number | null = null; ; i--) {
    const stretch = stretches[i];
    if (stretch === undefined) return found;
    const begin = Math.max(stretch.from, from);
    const end = Math.min(stretches[i + 1]?.from ?? until + 1, until + 1);
    if (stretch.is === tone && !(notUp && stretch.up) && begin < end) found = begin;
    if (stretch.from <= from) return found;
  }
}
