import type { SourceRow } from "./read-rows";

/** Rows at hand as what applyRows reads. */
export async function* rowsOf(rows: readonly SourceRow[]): AsyncGenerator<SourceRow> {
  yield* rows;
}
