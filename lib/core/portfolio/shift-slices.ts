import { hypergeometricTail } from "@/lib/core/validation/hypergeometric-tail";

/** A green of the quarter's start by what it can be sliced by, and whether it fell. */
export type SlicedGreen = { values: Readonly<Record<string, string>>; isFallen: boolean };
/** One condition of a slice: a dimension and its value. */
export type SliceTerm = { dimension: string; value: string };
export type ShiftSlice = {
  terms: SliceTerm[];
  greens: number;
  fallen: number;
  /** Its share of falls as a multiple of the whole book's. */
  lift: number;
  /** How likely so many of the falls, or more, fall into it where they fall blindly. */
  chance: number;
  /** Whether that is below 5% even as one of all the slices that were looked at (Bonferroni). */
  isBeyondChance: boolean;
};
export type ShiftSlices = { slices: ShiftSlice[]; looked: number };

/** With fewer falls a slice is an anecdote. */
const LEAST_FALLEN = 3;
/** Conditions of which pairs are tried. */
const PAIRED = 8;
const CHANCE = 0.05;

/** The slices in which greens fell more often than in the whole book, the largest lift first: every value of every dimension
 * with three falls or more, and pairs of the eight least likely ones that fall more often together than either alone. Of slices that
 * hold the same accounts only the first in the order of `dimensions` stays. lift = (fallen / greens of the slice) / (of all). */
export function shiftSlices(greens: readonly SlicedGreen[], dimensions: readonly string[]): ShiftSlices {
  const fallen = greens.filter(({ isFallen }) => isFallen).length;
  if (fallen === 0) return { slices: [], looked: 0 };
  const byTerm = dimensions.flatMap((dimension) => membersBy(greens, dimension));
  const whole = { greens, fallen };
  const large = distinct(byTerm.filter(({ members }) => fallenOf(greens, members) >= LEAST_FALLEN));
  const singles = large.map(({ terms, members }) => sliceOf(terms, members, whole)).filter(({ lift }) => lift > 1);
  const strongest = [...singles].sort((a, b) => a.chance - b.chance).slice(0, PAIRED);
  const pairs = strongest.flatMap((one, i) =>
    strongest.slice(i + 1).flatMap((other) => pairOf(one, other, large, whole) ?? []),
  );
  const looked = large.length + (strongest.length * (strongest.length - 1)) / 2;
  const slices = [...singles, ...pairs].map((slice) => ({ ...slice, isBeyondChance: slice.chance * looked < CHANCE }));
  return { slices: slices.sort(byStrength), looked };
}

type Members = { terms: SliceTerm[]; members: readonly number[] };
type Whole = { greens: readonly SlicedGreen[]; fallen: number };

function membersBy(greens: readonly SlicedGreen[], dimension: string): Members[] {
  const places = new Map<string, number[]>();
  for (const [i, { values }] of greens.entries()) {
    const value = values[dimension];
    if (value === undefined) continue;
    const members = places.get(value);
    if (members) members.push(i);
    else places.set(value, [i]);
  }
  return [...places].map(([value, members]) => ({ terms: [{ dimension, value }], members }));
}

function distinct(slices: readonly Members[]): Members[] {
  const seen = new Set<string>();
  return slices.filter(({ members }) => {
    const key = members.join();
    return !seen.has(key) && seen.add(key);
  });
}

function sliceOf(terms: SliceTerm[], members: readonly number[], { greens, fallen }: Whole): ShiftSlice {
  const hits = fallenOf(greens, members);
  const lift = hits / members.length / (fallen / greens.length);
  const chance = hypergeometricTail(hits, { all: greens.length, marked: fallen, drawn: members.length });
  return { terms, greens: members.length, fallen: hits, lift, chance, isBeyondChance: false };
}

function pairOf(one: ShiftSlice, other: ShiftSlice, large: readonly Members[], whole: Whole): ShiftSlice | null {
  const [first, second] = [one, other].map(({ terms }) => large.find((slice) => slice.terms === terms)?.members ?? []);
  const others = new Set(second);
  const members = (first ?? []).filter((member) => others.has(member));
  if (members.length === 0 || fallenOf(whole.greens, members) < LEAST_FALLEN) return null;
  const pair = sliceOf([...one.terms, ...other.terms], members, whole);
  return pair.lift > Math.max(one.lift, other.lift) && pair.chance <= Math.min(one.chance, other.chance) ? pair : null;
}

function fallenOf(greens: readonly SlicedGreen[], members: readonly number[]): number {
  return members.filter((member) => greens[member]?.isFallen).length;
}

/** Those beyond chance first, then by lift. */
function byStrength(a: ShiftSlice, b: ShiftSlice): number {
  return (
    Number(b.isBeyondChance) - Number(a.isBeyondChance) ||
    b.lift - a.lift ||
    b.fallen - a.fallen ||
    a.terms.length - b.terms.length
  );
}

/** The slice that a headline names: of those beyond chance the largest lift among those that hold half of the falls, else the
 * largest lift; null where none is. */
export function headlineSlice({ slices }: ShiftSlices, fallen: number): ShiftSlice | null {
  const beyond = slices.filter(({ isBeyondChance }) => isBeyondChance);
  return beyond.find((slice) => slice.fallen * 2 >= fallen) ?? beyond[0] ?? null;
}
