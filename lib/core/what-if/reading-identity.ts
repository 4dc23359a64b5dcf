import type { Definition, Measure } from "@/lib/core/health/model";
import { measureOf } from "@/lib/core/measures/catalogue";
import { definitionRequests } from "@/lib/core/measures/levels";
import type { MeasureRequest } from "@/lib/core/measures/measure";
import { windowOf } from "@/lib/core/measures/window";

/** What of a definition decides its readings. */
export type Readable = Pick<Definition, "measures" | "watched">;

/** For each column of a definition's readings a text that is the same where, and only where, it is read the same way: same
 * measure, window, freshness limit and level names, and for a level made by conditions the same conditions on the same
 * readings. Throws, by name, on what signals cannot give.
 * @example readingIdentities({ measures: [{ key: "nps", weight: 1, scoring: { type: "linear", worst: 0, best: 50 }, missing: "exclude" }], watched: [] })[0] // → '["nps",180,100,null]' */
export function readingIdentities(definition: Readable): string[] {
  const requests = new Map(definitionRequests(definition).map((request) => [request.key, request]));
  const made = new Map(definition.measures.map((measure) => [measure.key, measure]));
  const identityOf = (key: string, above: readonly string[]): string => {
    const request = requests.get(key);
    if (request) return requestIdentity(request);
    if (above.includes(key)) throw new RangeError(`the conditions of ${key} ask for the level they make`);
    const measure = made.get(key) as Measure;
    const asked = new Set((measure.conditions ?? []).flatMap(({ when }) => when.map((condition) => condition.measure)));
    const levels = measure.scoring.type === "levels" ? Object.keys(measure.scoring.levels).sort() : [];
    return JSON.stringify([measure.conditions, levels, [...asked].map((other) => identityOf(other, [...above, key]))]);
  };
  return [...definition.measures.map((measure) => measure.key), ...definition.watched].map((key) =>
    identityOf(key, []),
  );
}

function requestIdentity(request: MeasureRequest): string {
  const measure = measureOf(request.key, request.levels);
  const levels = request.levels ? [...request.levels].sort() : null;
  return JSON.stringify([request.key, windowOf(measure, request), request.freshness ?? measure.freshness, levels]);
}
