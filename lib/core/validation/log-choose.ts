/** The natural logarithm of the number of ways to choose k of n: ln C(n, k) = Σ over i = 1 … k of ln((n − k + i) / i).
 * @example Math.round(Math.exp(logChoose(5, 2))) // → 10 */
export function logChoose(n: number, k: number): number {
  const few = Math.min(k, n - k);
  let sum = 0;
  for (let i = 1; i <= few; i++) sum += Math.log((n - few + i) / i);
  return sum;
}
