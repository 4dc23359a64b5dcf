import type { BandDay, ChangedBy } from "./band-day";

/** Days in one band, from the first of the days that it held; what moved the account into it, and into which band it left. */
export type BandStay = {
  band: string;
  from: number;
  by: ChangedBy;
  health: number | null;
  left: number | null;
  leftHealth: number | null;
  leftFor: string | null;
};

/** The bands of one stay in a tone, in order, and one of the same tone that has not held yet. */
export type HeldBands = { bands: BandStay[]; next: (BandStay & { runs: number }) | null };

/** The bands of a stay that begins on a day. */
export function newBands(row: BandDay, day: number): HeldBands {
  const stay = stayOf(row, day);
  return { bands: stay ? [stay] : [], next: null };
}

/** One more run in the tone of a stay: another band of it counts once it held, at once where people, a guardrail or a new model
 * made it; one that came by date alone counts for nothing. Changes `held`. */
export function followBands(held: HeldBands, row: BandDay, day: number, holdRuns: number): void {
  const stay = stayOf(row, day);
  if (stay === null) return;
  const last = held.bands.at(-1);
  if (last === undefined) held.bands.push(stay);
  if (last === undefined || last.band === stay.band) {
    held.next = null;
    return;
  }
  if (row.by === "calendar") return;
  held.next = held.next?.band === stay.band ? held.next : { ...stay, runs: 0 };
  held.next.runs++;
  const { runs, ...entered } = held.next;
  if (entered.by === "data" && runs < holdRuns) return;
  leaveBand(held.bands, entered);
  held.bands.push(entered);
  held.next = null;
}

/** Ends the last of the stays for another band, or, without one, takes its end back. Changes `stays`. */
export function leaveBand(
  stays: readonly BandStay[],
  out: { from: number; health: number | null; band: string | null } | null,
): void {
  const last = stays.at(-1);
  if (!last) return;
  last.left = out?.from ?? null;
  last.leftHealth = out?.health ?? null;
  last.leftFor = out?.band ?? null;
}

/** One more run of an account whose band only a new model made, or no longer: such stays are kept apart. Changes `state`. */
export function followRescored(state: { isRescored: boolean; rescored: BandStay[] }, row: BandDay, day: number): void {
  const last = state.rescored.at(-1);
  const open = last && last.left === null ? last : null;
  if (!state.isRescored) {
    if (open) leaveBand([open], { from: day, health: row.health, band: row.key ?? null });
    return;
  }
  const stay = stayOf(row, day);
  if (stay === null || open?.band === stay.band) return;
  if (open) leaveBand([open], stay);
  state.rescored.push({ ...stay, by: "model" });
}

function stayOf({ key, by, health }: BandDay, from: number): BandStay | null {
  return key == null ? null : { band: key, from, by, health, left: null, leftHealth: null, leftFor: null };
}
