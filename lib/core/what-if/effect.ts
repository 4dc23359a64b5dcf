import type { Tone } from "@/lib/core/health/bands";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import type { BookColumns } from "./book-columns";
import { DIRECTIONS, type Direction, directionsBetween } from "./direction";

/** Accounts and what they are worth; those without a rate are counted apart and add no ARR. */
export type Amount = { accounts: number; arrCents: number; withoutRate: number };
export type BandTally = { key: string; name: string; tone: Tone | null; before: Amount; after: Amount };
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

const nothing = (): Amount => ({ accounts: 0, arrCents: 0, withoutRate: 0 });

/** What becomes of a book when it is banded otherwise: the distribution before and after, who changes band, worth how much, and
 * whose accounts they are. A change of a band's name alone moves nobody. */
export function effectOf(
  book: Pick<BookColumns, "n" | "arr" | "csm" | "segment">,
  before: Banded,
  after: Banded,
  most = 10,
): Effect {
  const tallies = new BandTallies();
  const moved = Object.fromEntries(DIRECTIONS.map((direction) => [direction, nothing()])) as Effect["moved"];
  const [byCsm, bySegment] = [new Map<number, SliceTally>(), new Map<number, SliceTally>()];
  const moves: Move[] = [];
  const tables = new Map<number, (Direction | null)[][]>();
  for (let row = 0; row < book.n; row++) {
    const [d0, d1] = [before.definition[row] as number, after.definition[row] as number];
    const [from, to] = [before.band[row] as number, after.band[row] as number];
    const [old, own] = [before.compiled[d0] as CompiledDefinition, after.compiled[d1] as CompiledDefinition];
    const arr = book.arr[row] as number;
    tallies.add("before", old, from, arr);
    tallies.add("after", own, to, arr);
    const table = tables.get(d0 * 256 + d1) ?? directionsBetween(old.bands.bands, own.bands.bands);
    tables.set(d0 * 256 + d1, table);
    const direction = table[from + 1]?.[to + 1] ?? null;
    if (direction === null) continue;
    add(moved[direction], arr);
    if (direction === "up" || direction === "down") {
      add(sliceOf(byCsm, book.csm[row] as number)[direction], arr);
      add(sliceOf(bySegment, book.segment[row] as number)[direction], arr);
    }
    if (moves.length < most) moves.push({ row, direction, from: nameAt(old, from), to: nameAt(own, to) });
  }
  return { bands: tallies.sorted(), moved, moves, byCsm: largest(byCsm), bySegment: largest(bySegment) };
}

function add(amount: Amount, arr: number): void {
  amount.accounts++;
  if (Number.isNaN(arr)) amount.withoutRate++;
  else amount.arrCents += arr;
}

function sliceOf(slices: Map<number, SliceTally>, value: number): SliceTally {
  const slice = slices.get(value) ?? { value, down: nothing(), up: nothing() };
  slices.set(value, slice);
  return slice;
}

function largest(slices: Map<number, SliceTally>): SliceTally[] {
  const size = ({ down, up }: SliceTally) => down.arrCents + up.arrCents;
  return [...slices.values()].sort((a, b) => size(b) - size(a) || a.value - b.value);
}

function nameAt({ bands }: CompiledDefinition, band: number): string {
  const found = bands.bands[band];
  return found ? (found.name ?? found.key) : "No score";
}

/** Counts by band over definitions that may name theirs alike. */
class BandTallies {
  private readonly rows = new Map<string, BandTally & { order: number }>();
  private readonly known = new Map<CompiledDefinition, (BandTally | undefined)[]>();

  add(side: "before" | "after", compiled: CompiledDefinition, band: number, arr: number): void {
    const own = this.known.get(compiled) ?? [];
    if (own.length === 0) this.known.set(compiled, own);
    const tally = own[band + 1] ?? this.rowOf(compiled, band);
    own[band + 1] = tally;
    add(tally[side], arr);
  }

  private rowOf(compiled: CompiledDefinition, band: number): BandTally {
    const found = compiled.bands.bands[band];
    const name = nameAt(compiled, band);
    const id = found ? `${found.tone} ${name}` : "";
    const rank = found ? (compiled.bands.rank[band] as number) : -1;
    const order = rank < 0 ? 1000 : (2 - rank) * 100 + band;
    const row = this.rows.get(id) ?? {
      ...{ key: found?.key ?? "insufficient", name, tone: found?.tone ?? null, order },
      ...{ before: nothing(), after: nothing() },
    };
    this.rows.set(id, row);
    return row;
  }

  sorted(): BandTally[] {
    return [...this.rows.values()].sort((a, b) => a.order - b.order).map(({ order: _, ...tally }) => tally);
  }
}
