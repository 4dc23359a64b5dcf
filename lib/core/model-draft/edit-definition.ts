import type { Band } from "@/lib/core/health/bands";
import type { Definition, Measure } from "@/lib/core/health/model";
import { scoringFor } from "./edit-scoring";
import { catalogued } from "./measure-name";

/** The definition with its watched readings set anew: those that guardrails ask for and no measure gives.
 * @example withWatched({ measures: [], watched: ["nps", "csat"], guardrails: [{ when: [{ measure: "csat", below: 2 }] }] }).watched // → ["csat"] */
export function withWatched(definition: Definition): Definition {
  const asked = new Set(definition.guardrails.flatMap(({ when }) => when.map(({ measure }) => measure)));
  for (const { key } of definition.measures) asked.delete(key);
  const kept = definition.watched.filter((key) => asked.has(key));
  const watched = [...kept, ...[...asked].filter((key) => !kept.includes(key))];
  const isSame =
    watched.length === definition.watched.length && watched.every((key, i) => key === definition.watched[i]);
  return isSame ? definition : { ...definition, watched };
}

/** A measure as it is added: what is left of 100 as its weight, at least 5; a straight line until its values are known. `levels`
 * are the texts of an attribute. */
export function addedMeasure(definition: Definition, key: string, levels?: readonly string[]): Measure {
  const left = 100 - definition.measures.reduce((sum, { weight }) => sum + weight, 0);
  const weight = Math.max(5, Math.min(20, Math.floor(left)));
  const own = catalogued(key, levels);
  return {
    key,
    weight,
    missing: "exclude",
    scoring: own ? scoringFor(own, null) : { type: "levels", levels: { good: 10, poor: 0 } },
    ...(!own && {
      name: "Made of other measures",
      conditions: [
        { level: "good", when: [{ measure: definition.measures[0]?.key ?? "licence_utilisation", atLeast: 50 }] },
        { level: "poor", when: [] },
      ],
    }),
  };
}

/** A key for a measure that the model makes itself.
 * @example freeKey(["level_1"]) // → "level_2" */
export function freeKey(taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(`level_${n}`)) n++;
  return `level_${n}`;
}

/** One more band below the best half of the widest one, with the duties of the band it is cut from.
 * @example withBand([{ key: "g", from: 60, tone: "green", name: "G" }, { key: "r", from: 0, tone: "red", name: "R" }])[1].from // → 30 */
export function withBand(bands: readonly Band[]): Band[] {
  const widths = bands.map(({ from }, i) => (bands[i - 1]?.from ?? 100) - from);
  const at = widths.lastIndexOf(Math.max(...widths));
  const cut = bands[at];
  if (!cut) return [...bands];
  const from = Math.round((cut.from + (widths[at] ?? 0) / 2) * 10) / 10;
  let n = bands.length + 1;
  while (bands.some(({ key }) => key === `band_${n}`)) n++;
  // The band that is cut keeps its lower part, so that the last one still begins at 0.
  return bands.toSpliced(at, 0, { ...cut, key: `band_${n}`, name: `Band ${n}`, from });
}

/** The bands without one; where it was the last, the one above begins at 0.
 * @example withoutBand([{ key: "g", from: 60 }, { key: "y", from: 30 }, { key: "r", from: 0 }], 2)[1].from // → 0 */
export function withoutBand(bands: readonly Band[], at: number): Band[] {
  const rest = bands.toSpliced(at, 1);
  return rest.map((band, i) => (i === rest.length - 1 ? { ...band, from: 0 } : band));
}
