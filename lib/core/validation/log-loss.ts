/** The double's distance from 1 to the next: a certain but wrong probability costs 36, not infinity. */
const LEAST = 2 ** -52;

/** The mean of −log of the probability given to what came, in nats; probabilities are held to ε…1 − ε (ε = 2⁻⁵²). Null where only
 * one class is there. Throws where probabilities and outcomes are not as many or a probability is outside 0–1.
 * Source: Good 1952; held as scikit-learn's log_loss holds it.
 * @example logLossOf([0.5, 0.5], [true, false])?.toFixed(6) // → "0.693147"
 * @example logLossOf([0.5], [true]) // → null */
export function logLossOf(probabilities: readonly number[], bad: readonly boolean[]): number | null {
  if (probabilities.length !== bad.length)
    throw new RangeError(`${probabilities.length} probabilities for ${bad.length} outcomes`);
  if (!probabilities.every((p) => p >= 0 && p <= 1)) throw new RangeError("a probability must lie in 0–1");
  const bads = bad.filter(Boolean).length;
  if (bads === 0 || bads === bad.length) return null;
  let sum = 0;
  for (let i = 0; i < bad.length; i++) {
    const said = Math.min(1 - LEAST, Math.max(LEAST, probabilities[i] as number));
    sum -= bad[i] ? Math.log(said) : Math.log1p(-said);
  }
  return sum / bad.length;
}
