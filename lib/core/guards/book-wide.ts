import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { roundSix } from "@/lib/core/health/rounding";
import { scoreColumns } from "@/lib/core/health/score-columns";

/** When a run counts as book-wide: more than this share of the book, and at least so many accounts, move by more than so many
 * points because of one measure. */
export const BOOK_WIDE = { share: 0.15, accounts: 20, points: 5, holdHours: 24 } as const;

/** Whether so many accounts of a book moved that the book did, not they.
 * @example isBookWide(16, 100) // → false
 * @example isBookWide(20, 133) // → true
 * @example isBookWide(20, 134) // → false */
export function isBookWide(moved: number, accounts: number): boolean {
  return moved >= BOOK_WIDE.accounts && moved > accounts * BOOK_WIDE.share;
}

/** By measure of a definition, which of n accounts it alone moves: the score differs by more than 5 points from what it would be
 * with that measure's reading of before and all else as now. Columns are encoded readings; `asked` limits the work to accounts
 * that moved at all.
 * @example movedByMeasure(compiled, [Float64Array.of(90)], [Float64Array.of(10)], [true])[0]?.[0] // → true */
export function movedByMeasure(
  compiled: CompiledDefinition,
  now: readonly Float64Array[],
  before: readonly Float64Array[],
  asked: readonly boolean[],
): boolean[][] {
  const n = asked.length;
  const { score } = scoreColumns(compiled, now, n);
  return compiled.measures.map((_, measure) => {
    const columns = now.map((column, i) => (i === measure ? (before[i] as Float64Array) : column));
    const without = scoreColumns(compiled, columns, n).score;
    return asked.map((isAsked, i) => {
      const moved = Math.abs((score[i] as number) - (without[i] as number));
      return isAsked && !Number.isNaN(moved) && roundSix(moved) > BOOK_WIDE.points;
    });
  });
}
