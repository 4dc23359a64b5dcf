import type { AmountSums } from "./amount-sums";
import { SLOTS } from "./band-tallies";
import type { BookColumns } from "./book-columns";
import type { Banded } from "./effect";

/** Its own: an imported one is looked up anew for each row. */
const PLACES = SLOTS;

type Book = Pick<BookColumns, "arr" | "csm" | "segment">;
/** Where accounts stood, by slot of a definition's band, and what going from one to another is: −1 where it is no move. */
type Before = { slots: Uint16Array; directions: Int8Array; width: number };
/** What is counted: accounts by where they stand now (of whom stood elsewhere, where `counts` holds those before), by direction,
 * and by whose they are; and the first rows that move. */
type Counted = { counts: AmountSums; moved: AmountSums; csms: AmountSums; segments: AmountSums; rows: number[] };

/** Counts the given rows, which stand elsewhere than before. Apart from all that happens once a frame: what is compiled for
 * millions of rows is not thrown away for what comes once. */
export function countMoves(
  { arr, csm, segment }: Book,
  { slots, directions, width }: Before,
  { definition, band }: Pick<Banded, "definition" | "band">,
  given: Int32Array,
  { counts, moved, csms, segments, rows }: Counted,
  { most, isAlike }: { most: number; isAlike: boolean },
): void {
  for (let k = 0; k < given.length; k++) {
    const row = given[k] as number;
    const [from, to, value] = [slots[row] as number, slotAt(definition, band, row), arr[row] as number];
    if (isAlike) counts.add(from, value, -1);
    counts.add(to, value);
    const direction = directions[from * width + to] as number;
    if (direction < 0) continue;
    moved.add(direction, value);
    if (direction < 2) {
      csms.add(((csm[row] as number) + 1) * 2 + direction, value);
      segments.add(((segment[row] as number) + 1) * 2 + direction, value);
    }
    if (rows.length < most) rows.push(row);
  }
}

/** Writes the rows that stand in another slot, in their order. Each is written, and the next takes its place where it has not
 * moved: a branch that nobody can foretell costs more. */
export function rowsElsewhere(
  slots: Uint16Array,
  { definition, band }: Pick<Banded, "definition" | "band">,
  into: Int32Array,
): Int32Array {
  let length = 0;
  for (let row = 0; row < slots.length; row++) {
    into[length] = row;
    length += Number(slots[row] !== (definition[row] as number) * PLACES + (band[row] as number) + 1);
  }
  return into.subarray(0, length);
}

/** The place of an account's band among those of all definitions. */
export function slotAt(definition: Uint8Array, band: Int8Array, row: number): number {
  return (definition[row] as number) * PLACES + (band[row] as number) + 1;
}
