export type Standardised = {
  /** One list per column: (value − mean) ÷ deviation; all 0 where the column is constant. */
  columns: number[][];
  means: number[];
  /** Of all rows, not a sample; 0 where the column is constant. */
  deviations: number[];
};

/** Rows as columns of mean 0 and deviation 1, as scikit-learn's StandardScaler has them. A column that never varies becomes 0s.
 * Throws on rows of unlike lengths or what is no number.
 * @example standardised([[1], [3]]).columns // → [[-1, 1]]
 * @example standardised([[4], [4]]) // → { columns: [[0, 0]], means: [4], deviations: [0] } */
export function standardised(rows: readonly (readonly number[])[]): Standardised {
  const width = rows[0]?.length ?? 0;
  if (!rows.every((row) => row.length === width && row.every(Number.isFinite)))
    throw new RangeError("standardised requires rows of equal length and finite numbers");
  const found: Standardised = { columns: [], means: [], deviations: [] };
  for (let j = 0; j < width; j++) {
    const column = rows.map((row) => row[j] as number);
    const mean = column.reduce((sum, value) => sum + value, 0) / rows.length;
    const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows.length);
    const isConstant = deviation <= 1e-12 * Math.max(1, Math.abs(mean));
    found.columns.push(column.map((value) => (isConstant ? 0 : (value - mean) / deviation)));
    found.means.push(mean);
    found.deviations.push(isConstant ? 0 : deviation);
  }
  return found;
}
