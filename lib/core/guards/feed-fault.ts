import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { FEED_GUARD } from "./feed-settings";

/** What a feed delivered about a day; `volume` is the sum of what its rows count, where they count something. */
export type FeedDay = { day: Day; rows: number; volume: number | null };

export type FeedFacts = {
  asOf: Day;
  /** The newest day it tells of. */
  lastDay: Day;
  /** Complete days before the run's, one after the other, oldest first; up to five weeks. */
  days: readonly FeedDay[];
  /** How many days it may lag behind: as its source promises, else as it usually does; null where neither is known. */
  promisedDays: number | null;
  /** After so many days its measures count as missing. */
  limitDays: number;
};

/** A feed's fault: since which day, with the figure found and the one that is usual there (null: it is not told by rows). */
export type FeedFault = { kind: "stopped" | "short" | "excess"; since: Day; found: number; usual: number | null };

/** How far back the newest days are judged each morning. */
const JUDGED_DAYS = 4;

/** What is wrong with a feed on a morning; null where nothing is.
 * *Stopped*: it lags more days than its promise (daily feeds), or than its measures may be old (all); one that ended over 28 days
 * before that is a feed given up, not one that stopped. *Excess*: one of the last days has more than twice the usual of its
 * weekday. *Short*: two judged days in a row have less than half of it. A day is judged where 20 rows or more are usual and
 * the four weeks before agree within a factor of two; it differs only where it is off by more than 5 √usual. Rows and what they count
 * are judged alike.
 * @example feedFault({ asOf: "2026-11-30", lastDay: "2026-11-25", days: [], promisedDays: null, limitDays: 3 })?.since // → "2026-11-26"
 * @example feedFault({ asOf: "2026-11-30", lastDay: "2026-11-29", days: [], promisedDays: 1, limitDays: 3 }) // → null */
export function feedFault(facts: FeedFacts): FeedFault | null {
  const { asOf, lastDay, promisedDays, limitDays } = facts;
  const lag = daysBetween(lastDay, asOf);
  const allowed = promisedDays !== null && isDaily(facts) ? Math.min(promisedDays, limitDays) : limitDays;
  if (lag > allowed && lag <= FEED_GUARD.historyDays + limitDays) {
    const since = addDays(lastDay, 1);
    return { kind: "stopped", since, found: 0, usual: usualRows(facts.days, since) };
  }
  const judged = facts.days
    .filter(({ day }) => day <= lastDay)
    .map((row) => ({ row, ...standingOf(facts.days, row) }))
    .filter(({ usual }) => usual !== null);
  for (const [i, { row, is, usual, found }] of judged.entries()) {
    if (daysBetween(row.day, asOf) > JUDGED_DAYS || is === "usual") continue;
    if (is === "excess") return { kind: is, since: row.day, found, usual };
    const before = judged[i - 1];
    if (before?.is === "short") return { kind: is, since: before.row.day, found: before.found, usual: before.usual };
  }
  return null;
}

/** Whether a feed that was at fault since a day is well again: nothing is wrong this morning, and each day since then has come
 * and is as usual. Corrected rows count as they now are.
 * @example isWellAgain({ asOf: "2026-11-30", lastDay: "2026-11-29", days: [], promisedDays: 1, limitDays: 3 }, "2026-11-28") // → true */
export function isWellAgain(facts: FeedFacts, since: Day): boolean {
  if (feedFault(facts) !== null) return false;
  return facts.days.every(
    (row) => row.day < since || row.day > facts.lastDay || standingOf(facts.days, row).is === "usual",
  );
}

/** The usual rows of a day: the median of its weekday in the four weeks before it; null where fewer than three are known.
 * @example usualRows([], "2026-11-30") // → null */
export function usualRows(days: readonly FeedDay[], day: Day): number | null {
  const weeks = weeksBefore(days, day, ({ rows }) => rows);
  return weeks && medianOf(weeks);
}

function isDaily({ days, lastDay }: FeedFacts): boolean {
  const recent = days.filter(({ day }) => day <= lastDay && daysBetween(day, lastDay) < FEED_GUARD.historyDays);
  return recent.filter(({ rows }) => rows > 0).length >= FEED_GUARD.dailyFrom;
}

type Standing = { is: "usual" | "short" | "excess"; usual: number | null; found: number };

/** How a day stands against the usual one, by its rows and then by what they count. `usual` null: it is not judged. */
function standingOf(days: readonly FeedDay[], row: FeedDay): Standing {
  const rows = steadyBefore(days, row.day, (other) => other.rows);
  if (rows === null) return { is: "usual", usual: null, found: row.rows };
  const byRows = standing(row.rows, rows);
  const volume = row.volume === null ? null : steadyBefore(days, row.day, (other) => other.volume ?? 0);
  if (byRows !== "usual" || volume === null || row.volume === null) return { is: byRows, usual: rows, found: row.rows };
  return { is: standing(row.volume, volume), usual: volume, found: row.volume };
}

function standing(found: number, usual: number): Standing["is"] {
  if (Math.abs(found - usual) <= FEED_GUARD.deviations * Math.sqrt(usual)) return "usual";
  if (found > usual * FEED_GUARD.excessAbove) return "excess";
  return found < usual * FEED_GUARD.shortBelow ? "short" : "usual";
}

/** The usual figure of a day where it can be judged by it: large enough, and much the same week by week. */
function steadyBefore(days: readonly FeedDay[], day: Day, figureOf: (row: FeedDay) => number): number | null {
  const weeks = weeksBefore(days, day, figureOf);
  const usual = weeks && medianOf(weeks);
  if (!weeks || usual === null || usual < FEED_GUARD.leastRows) return null;
  // One strange week among them is what the median is for.
  const [least = 0, most = 0] = [weeks[weeks.length === 4 ? 1 : 0], weeks.at(-1)];
  return most <= least * FEED_GUARD.steadyWithin ? usual : null;
}

/** The figures of a day's weekday in the four weeks before, smallest first; null where fewer than three are known. */
function weeksBefore(days: readonly FeedDay[], day: Day, figureOf: (row: FeedDay) => number): number[] | null {
  const asked = [7, 14, 21, 28].map((back) => addDays(day, -back));
  const figures = days
    .filter((row) => asked.includes(row.day))
    .map(figureOf)
    .sort((a, b) => a - b);
  return figures.length < 3 ? null : figures;
}

function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] as number)) / 2;
}
