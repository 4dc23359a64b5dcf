import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { type Share, wilson } from "@/lib/core/validation/wilson";
import type { BookColumns } from "./book-columns";
import type { Banded } from "./effect";

/** What a model said of past cases beside what the customers then decided; below green says a bad outcome. */
export type OutcomeFigures = {
  /** Cases with a band, and those without, which are left out. */
  n: number;
  unscored: number;
  /** Bad outcomes said before, and not; good ones said bad, and not. */
  hits: number;
  misses: number;
  falseAlarms: number;
  calm: number;
  right: Share | null;
  /** Of the bad outcomes, those said. */
  caught: Share | null;
  lostCents: number;
  caughtCents: number;
};

const GREEN = 2;

/** The figures of decided cases as a model bands them; a case is said to be bad at `tones` below, counted from red: 2 is below
 * green (the headline), 1 is red alone. Source: Wilson intervals. */
export function outcomeFigures(
  book: Pick<BookColumns, "n" | "decided">,
  { compiled, definition, band }: Banded,
  below = GREEN,
): OutcomeFigures {
  const cells = { hits: 0, misses: 0, falseAlarms: 0, calm: 0, unscored: 0 };
  let [lostCents, caughtCents] = [0, 0];
  for (let i = 0; i < book.n; i++) {
    const at = band[i] as number;
    if (at < 0) {
      cells.unscored++;
      continue;
    }
    const said = ((compiled[definition[i] as number] as CompiledDefinition).bands.rank[at] as number) < below;
    const bad = book.decided?.bad[i] === 1;
    cells[bad ? (said ? "hits" : "misses") : said ? "falseAlarms" : "calm"]++;
    const lost = bad ? (book.decided?.lostCents[i] as number) : 0;
    if (Number.isNaN(lost)) continue;
    lostCents += lost;
    if (said) caughtCents += lost;
  }
  const n = book.n - cells.unscored;
  return {
    ...cells,
    ...{ n, lostCents, caughtCents },
    right: wilson(cells.hits + cells.calm, n),
    caught: wilson(cells.hits, cells.hits + cells.misses),
  };
}
