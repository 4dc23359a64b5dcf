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
