import { type Band, TONES, type Tone } from "./bands";
import { roundSix } from "./rounding";

/** Bands ready to run. A rank is a tone's index in TONES: 0 red, 1 yellow, 2 green. */
export type CompiledBands = {
  bands: readonly Band[];
  from: Float64Array;
  /** The highest health a band can hold: a tenth under the next band's cut-off, 100 for the first. */
  top: Float64Array;
  rank: Int8Array;
  /** By tone rank: the lowest cut-off of its bands and the highest health that they can hold. */
  low: Float64Array;
  high: Float64Array;
};

/** Bands made ready to run. A tone that no band has stands for the next worse one that a band has.
 * @example compileBands([{ key: "a", from: 75, tone: "green" }, { key: "b", from: 0, tone: "red" }]).top[1] // → 74.9 */
export function compileBands(bands: readonly Band[]): CompiledBands {
  const top = bands.map((_, i) => (i === 0 ? 100 : (Math.round((bands[i - 1] as Band).from * 10) - 1) / 10));
  const rank = bands.map((band) => TONES.indexOf(band.tone));
  const worstOf = TONES.map((_, tone) => rank.lastIndexOf(Math.max(...rank.filter((other) => other <= tone))));
  const bestOf = worstOf.map((band) => rank.indexOf(rank[band] as number));
  return {
    bands,
    from: Float64Array.from(bands, (band) => band.from),
    top: Float64Array.from(top),
    rank: Int8Array.from(rank),
    low: Float64Array.from(worstOf, (band) => (bands[band] as Band).from),
    high: Float64Array.from(bestOf, (band) => top[band] as number),
  };
}

/** Index of the band that holds a value rounded to six decimals; lower bounds are inclusive; −1 where there is no value.
 * @example bandIndexOf(compileBands([{ key: "a", from: 75, tone: "green" }, { key: "b", from: 0, tone: "red" }]), 74.9999999) // → 0 */
export function bandIndexOf(compiled: CompiledBands, value: number): number {
  if (Number.isNaN(value)) return -1;
  const rounded = roundSix(value);
  const last = compiled.from.length - 1;
  let i = 0;
  while (i < last && rounded < (compiled.from[i] as number)) i++;
  return i;
}

/** The band that holds a value, null where there is no value.
 * @example bandOf([{ key: "a", from: 75, tone: "green" }, { key: "b", from: 0, tone: "red" }], 50).key // → "b" */
export function bandOf(bands: readonly Band[], value: number | null): Band | null {
  if (value === null || Number.isNaN(value)) return null;
  const rounded = roundSix(value);
  return bands.find((band) => rounded >= band.from) ?? bands.at(-1) ?? null;
}

/** How many points a band spans: from its cut-off to that of the next better one, or to 100.
 * @example bandWidth([{ key: "a", from: 75, tone: "green" }, { key: "b", from: 0, tone: "red" }], "b") // → 75 */
export function bandWidth(bands: readonly Band[], key: string): number {
  const i = bands.findIndex((band) => band.key === key);
  if (i < 0) throw new RangeError(`bandWidth requires a band of the model, got "${key}"`);
  return (bands[i - 1]?.from ?? 100) - (bands[i] as Band).from;
}

/** A tone's rank: 0 red, 1 yellow, 2 green.
 * @example toneRank("green") // → 2 */
export function toneRank(tone: Tone): number {
  return TONES.indexOf(tone);
}
