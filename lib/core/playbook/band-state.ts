import { type Day, dayNumber } from "@/lib/core/calendar";
import { toneRank } from "@/lib/core/health/band";
import type { Tone } from "@/lib/core/health/bands";
import { roundSix } from "@/lib/core/health/rounding";
import { type BandDay, clockTone } from "./band-day";
import { type BandStay, followBands, followRescored, type HeldBands, leaveBand, newBands } from "./band-stays";
import { CLOCK_SETTINGS, type ClockSettings } from "./clock-settings";
import { elapsedDays, type Stretch } from "./clock-time";

/** Health and band on the day of entry, and since when (over how many runs) health has been up against them. */
type Entry = {
  tone: Tone;
  from: number;
  health: number | null;
  band: number | null;
  upSince: number | null;
  upRuns: number;
} & HeldBands;

/** One stay in a tone, from the first of the days that it held; `left` is the first of the days that it was left. */
export type Spell = Entry & { left: number | null; improvedOn: number | null };
export type Fall = { day: number; points: number; days: number };

/** All that clocks need of an account's history, as of its last row; plain data, so that it can be kept and carried on. Days are
 * day numbers. */
export type BandState = {
  goLive: number;
  lastDay: number | null;
  /** The band as shown and since when, replayed days included. */
  age: { tone: Tone; since: number } | null;
  settled: Tone | null;
  tone: Tone | null;
  isLift: boolean;
  isRescored: boolean;
  health: number | null;
  band: number | null;
  held: (Entry & { runs: number }) | null;
  out: { from: number; runs: number; health: number | null; band: string | null } | null;
  spells: Spell[];
  stretches: Stretch[];
  /** Health of the last days that may still be a peak, highest first. */
  peaks: { day: number; health: number }[];
  falls: Fall[];
  /** Bands that a new model alone made of the account, while the stay before them rests. */
  rescored: BandStay[];
};

/** The state before any history.
 * @example newBandState("2026-08-31").spells // → [] */
export function newBandState(goLive: Day): BandState {
  // Written out: a book begins with as many as it has accounts, and to spread objects takes ten times as long.
  return {
    goLive: dayNumber(goLive),
    lastDay: null,
    age: null,
    settled: null,
    tone: null,
    isLift: false,
    isRescored: false,
    health: null,
    band: null,
    held: null,
    out: null,
    spells: [],
    stretches: [],
    peaks: [],
    falls: [],
    rescored: [],
  };
}

/** The state after more days of history, in order of days; the state given stays as it is. A tone settles once it held for 3
 * published runs, at once where a scorecard, a guardrail or the review of a lift changed it, and counts from the first of those
 * days; it is left likewise, after 3 runs in other tones. A day without a run keeps the tone before; insufficient data neither
 * holds nor breaks. Red that comes back after fewer than 14 days goes on. A change by model or by calendar alone settles
 * nothing: the clocks rest until data, a scorecard or a person's word moves the band, and health on the day of entry moves along,
 * so that it is neither an improvement nor a fall. Throws where days repeat or run backwards. Source: PRODUCT, clocks.
 * @example bandStateAfter(newBandState("2026-09-01"), ["2026-09-01", "2026-09-02", "2026-09-03"].map((day) => ({ day, tone: "red", health: 40, by: "data", published: true }))).settled // → "red" */
export function bandStateAfter(
  state: BandState,
  rows: readonly BandDay[],
  settings: ClockSettings = CLOCK_SETTINGS,
): BandState {
  const next: BandState = {
    ...state,
    held: state.held && copyOf(state.held),
    out: state.out && { ...state.out },
    spells: state.spells.map(copyOf),
    rescored: state.rescored.map((stay) => ({ ...stay })),
    stretches: [...state.stretches],
    peaks: state.peaks.map((peak) => ({ ...peak })),
    falls: [...state.falls],
  };
  for (const row of rows) take(next, row, settings);
  return next;
}

function copyOf<Of extends Entry>(entry: Of): Of {
  return { ...entry, bands: entry.bands.map((stay) => ({ ...stay })), next: entry.next && { ...entry.next } };
}

function take(state: BandState, row: BandDay, settings: ClockSettings): void {
  const day = dayNumber(row.day);
  if (state.lastDay !== null && day <= state.lastDay)
    throw new RangeError(`bandStateAfter requires days in order, got ${row.day} again or too late`);
  state.lastDay = day;
  if (row.tone !== null && state.age?.tone !== row.tone) state.age = { tone: row.tone, since: day };
  if (!row.published || day < state.goLive) return;
  const tone = clockTone(row);
  if (tone === null) {
    mark(state, day, "no_data", false);
    return;
  }

  const isLift = row.liftUnreviewed ?? false;
  const isUnearned = row.by === "model" || row.by === "calendar";
  const isChanged = tone !== state.tone;
  const isAtOnce = isChanged && !isUnearned && (row.by !== "data" || isLift !== state.isLift);
  const isAccepted = state.isRescored && row.rescoringAccepted === true;
  if (isUnearned) rebase(state, row);
  if (isChanged) state.isRescored = isUnearned && state.settled !== null;
  if (isAccepted || tone === state.settled) state.isRescored = false;

  const active = spellOf(state, state.settled);
  if (tone === state.settled || state.isRescored) {
    state.held = null;
    state.out = null;
  } else {
    mark(state, day, "between", false);
    hold(state, row, { day, tone }, settings, isAtOnce || isAccepted);
  }
  followRescored(state, row, day);
  const spell = spellOf(state, state.settled);
  if (spell && spell === active && !state.isRescored) follow(spell, row, { day, tone }, settings);
  if (spell && spell.upRuns >= settings.holdRuns) spell.improvedOn ??= spell.upSince;
  noteFall(state, row, day, settings);
  state.tone = tone;
  state.isLift = isLift;
  if (row.health !== null) state.health = row.health;
  if (row.band != null) state.band = row.band;
  const is = state.isRescored ? "rescored" : tone === state.settled ? tone : "between";
  mark(state, day, is, spell !== undefined && spell.upRuns > 0);
}

/** Notes how a day stands; noted twice, the later word counts. */
function mark({ stretches }: BandState, from: number, is: Stretch["is"], up: boolean): void {
  if (stretches.at(-1)?.from === from) stretches.pop();
  const last = stretches.at(-1);
  if (last?.is !== is || last.up !== up) stretches.push({ from, is, up });
}

/** The stay in a tone that runs, or ran last. */
function spellOf({ spells }: BandState, tone: Tone | null): Spell | undefined {
  for (let i = spells.length - 1; i >= 0 && tone !== null; i--) if (spells[i]?.tone === tone) return spells[i];
  return undefined;
}

/** One more run in a tone that is not the settled one. */
function hold(
  state: BandState,
  row: BandDay,
  at: { day: number; tone: Tone },
  settings: ClockSettings,
  isAtOnce: boolean,
): void {
  if (state.held?.tone === at.tone) {
    state.held.runs++;
    follow(state.held, row, at, settings);
  } else
    state.held = {
      tone: at.tone,
      from: at.day,
      runs: 1,
      health: row.health,
      band: row.band ?? null,
      upSince: null,
      upRuns: 0,
      ...newBands(row, at.day),
    };
  state.out ??= { from: at.day, runs: 0, health: row.health, band: row.key ?? null };
  state.out.runs++;
  const isHeld = isAtOnce || state.held.runs >= settings.holdRuns;
  if (!isHeld && (state.settled === null || state.out.runs < settings.holdRuns)) return;
  const left = spellOf(state, state.settled);
  if (left) {
    left.left = state.out.from;
    leaveBand(left.bands, state.out);
  }
  state.settled = isHeld ? at.tone : null;
  if (!isHeld) return;
  const { runs: _, ...entry } = state.held;
  const before = spellOf(state, at.tone);
  if (before && before.tone === "red" && isShortLeave(state, before, entry.from, settings)) {
    before.left = null;
    leaveBand(before.bands, null);
  } else state.spells.push({ ...entry, left: null, improvedOn: null });
  state.held = null;
  state.out = null;
}

/** Whether red was left for so few days, until one on which it was back, that it goes on. */
export function isShortLeave(
  { stretches }: Pick<BandState, "stretches">,
  spell: Spell,
  backOn: number,
  settings: ClockSettings,
): boolean {
  return spell.left !== null && elapsedDays(stretches, spell.left, backOn) < settings.redReturnDays;
}

function follow(entry: Entry, row: BandDay, { day, tone }: { day: number; tone: Tone }, settings: ClockSettings): void {
  if (tone === entry.tone) followBands(entry, row, day, settings.holdRuns);
  const points = row.health === null || entry.health === null ? 0 : roundSix(row.health - entry.health);
  const isBandUp = row.band != null && entry.band !== null && row.band < entry.band;
  if (points >= settings.improvementPoints || isBandUp || toneRank(tone) > toneRank(entry.tone)) {
    entry.upSince ??= day;
    entry.upRuns++;
  } else {
    entry.upSince = null;
    entry.upRuns = 0;
  }
}

/** What a model or the calendar alone did is moved out of everything that later health is compared with. */
function rebase(state: BandState, row: BandDay): void {
  const points = row.health === null || state.health === null ? 0 : row.health - state.health;
  const bands = row.band == null || state.band === null ? 0 : row.band - state.band;
  for (const entry of [state.held, spellOf(state, state.settled)]) {
    if (!entry) continue;
    if (entry.health !== null) entry.health += points;
    if (entry.band !== null) entry.band += bands;
  }
  for (const peak of state.peaks) peak.health += points;
}

function noteFall(state: BandState, { health }: BandDay, day: number, { fall }: ClockSettings): void {
  if (health === null) return;
  while (state.peaks[0] && state.peaks[0].day < day - fall.withinDays) state.peaks.shift();
  const [peak] = state.peaks;
  if (peak && roundSix(peak.health - health) >= fall.points) {
    state.falls.push({ day, points: peak.health - health, days: day - peak.day });
    state.peaks = [];
  }
  while ((state.peaks.at(-1)?.health ?? Number.POSITIVE_INFINITY) <= health) state.peaks.pop();
  state.peaks.push({ day, health });
}
