/** A cell on its way out: text is guarded, numbers stay numbers, null is unknown and left empty. */
export type OutCell = string | number | boolean | null;

/** A table on its way out, for any format. Names are the import's own where the importer has them. */
export interface OutTable {
  header: readonly string[];
  rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;
}
