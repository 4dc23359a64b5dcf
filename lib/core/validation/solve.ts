/** The x of A·x = b for a symmetric, positive definite A by Cholesky's factors; null where A is not positive definite.
 * @example solve([[4, 2], [2, 3]], [8, 7])?.map((value) => value.toFixed(6)) // → ["1.250000", "1.500000"]
 * @example solve([[1, 1], [1, 1]], [1, 2]) // → null */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const n = right.length;
  const factor: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = cell(matrix, i, j);
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (i === j ? (row[k] as number) : cell(factor, j, k));
      if (i !== j) row.push(sum / cell(factor, j, j));
      else if (sum > 1e-13 * Math.abs(cell(matrix, i, i))) row.push(Math.sqrt(sum));
      else return null;
    }
    factor.push(row);
  }
  const x = [...right];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - cell(factor, i, k) * (x[k] as number);
    x[i] = (x[i] as number) / cell(factor, i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = (x[i] as number) - cell(factor, k, i) * (x[k] as number);
    x[i] = (x[i] as number) / cell(factor, i, i);
  }
  return x;
}

function cell(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] as number;
}
