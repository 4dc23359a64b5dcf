import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { AmountSums } from "./amount-sums";
import { type Amount, type BandTally, bandTallies, nameAt, SLOTS } from "./band-tallies";
import type { BookColumns } from "./book-columns";
import { countMoves, rowsElsewhere, slotAt } from "./count-moves";
import { DIRECTIONS, type Direction, directionsBetween } from "./direction";

export type SliceTally = { value: number; down: Amount; up: Amount };
/** One account that changes band: its row, and where it goes. */
export type Move = { row: number; direction: Direction; from: string; to: string };

export type Effect = {
  /** By band, best first, insufficient data last. */
  bands: BandTally[];
  moved: Record<Direction, Amount>;
  /** The largest by ARR first, at most as many as asked for. */
  moves: Move[];
  byCsm: SliceTally[];
  bySegment: SliceTally[];
};

/** Bands of every account under one model. */
export type Banded = { compiled: readonly CompiledDefinition[]; definition: Uint8Array; band: Int8Array };

/** Slices tell down from up. */
const DIRECTIONS_OF_SLICES = 2;

/** What becomes of a book when it is banded otherwise: the distribution before and after, who changes band, worth how much, and
 * whose accounts they are. A change of a band's name alone moves nobody. What is there before is counted once; each answer then
 * counts only who stands elsewhere. */
export function effectsOn(
  book: Pick<BookColumns, "n" | "arr" | "csm" | "segment">,
  before: Banded,
): (after: Banded, most?: number) => Effect {
  const { arr, n } = book;
  const [d0, b0] = [before.definition, before.band];
  const slots = Uint16Array.from({ length: n }, (_, row) => slotAt(d0, b0, row));
  const counted = new AmountSums(before.compiled.length * SLOTS);
  for (let row = 0; row < n; row++) counted.add(slots[row] as number, arr[row] as number);
  const [csmSlots, segmentSlots] = [slotsOf(book.csm), slotsOf(book.segment)];
  const used = new Set(d0);
  const [scratch, all] = [new Int32Array(n), Int32Array.from(slots.keys())];
  return (after, most = 500) => {
    const [d1, b1] = [after.definition, after.band];
    const isAlike = before.compiled.every((own, d) => !used.has(d) || sameKeys(own, after.compiled[d]));
    const width = after.compiled.length * SLOTS;
    const counts = isAlike ? counted.copy(width) : new AmountSums(width);
    const directions = directionTable(before.compiled, after.compiled);
    const moved = new AmountSums(DIRECTIONS.length);
    const [csms, segments, rows] = [new AmountSums(csmSlots), new AmountSums(segmentSlots), [] as number[]];
    const given = isAlike ? rowsElsewhere(slots, after, scratch) : all;
    const into = { counts, moved, csms, segments, rows };
    countMoves(book, { slots, directions, width }, after, given, into, { most, isAlike });
    const sums = { before: counted, after: counts };
    return {
      bands: bandTallies(before.compiled, after.compiled, (side, slot) => sums[side].at(slot)),
      moved: Object.fromEntries(DIRECTIONS.map((name, i) => [name, moved.at(i)])) as Effect["moved"],
      moves: rows.map((row) => ({
        row,
        direction: DIRECTIONS[directions[(slots[row] as number) * width + slotAt(d1, b1, row)] as number] as Direction,
        from: nameAt(before.compiled[d0[row] as number], b0[row] as number),
        to: nameAt(after.compiled[d1[row] as number], b1[row] as number),
      })),
      byCsm: largest(csms),
      bySegment: largest(segments),
    };
  };
}

function sameKeys(before: CompiledDefinition, after: CompiledDefinition | undefined): boolean {
  const [old, own] = [before.bands.bands, after?.bands.bands ?? []];
  return old.length === own.length && old.every((band, i) => band.key === own[i]?.key);
}

/** Two slots, down and up, for each value from −1 on. */
function slotsOf(values: Int16Array): number {
  return (values.reduce((most, value) => Math.max(most, value), -1) + 2) * DIRECTIONS_OF_SLICES;
}

function largest(sums: AmountSums): SliceTally[] {
  const slices = Array.from({ length: sums.slots / 2 }, (_, i) => ({
    ...{ value: i - 1, down: sums.at(2 * i), up: sums.at(2 * i + 1) },
  }));
  const size = ({ down, up }: SliceTally) => down.arrCents + up.arrCents;
  return slices
    .filter(({ down, up }) => down.accounts + up.accounts > 0)
    .sort((a, b) => size(b) - size(a) || a.value - b.value);
}

/** Where an account goes from one slot to another: an index of DIRECTIONS, −1 where nowhere. */
function directionTable(before: readonly CompiledDefinition[], after: readonly CompiledDefinition[]): Int8Array {
  const width = after.length * SLOTS;
  const table = new Int8Array(before.length * SLOTS * width).fill(-1);
  for (const [i, old] of before.entries())
    for (const [j, own] of after.entries())
      for (const [from, row] of directionsBetween(old.bands.bands, own.bands.bands).entries())
        for (const [to, direction] of row.entries())
          if (direction) table[(i * SLOTS + from) * width + j * SLOTS + to] = DIRECTIONS.indexOf(direction);
  return table;
}
