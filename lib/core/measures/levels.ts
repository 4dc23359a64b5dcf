import type { Definition, Measure as WeightedMeasure } from "@/lib/core/health/model";
import { measureOf } from "./catalogue";
import { type AskedReadings, levelsBy } from "./level-rules";
import type { MeasureRequest, Slices } from "./measure";
import { readMeasures } from "./read";

type Readable = Pick<Definition, "measures" | "watched">;

/** What must be read of the slices for a definition, each measure once: those it scores, those that the conditions of its level
 * measures ask for, and the watched that only guardrails ask for. Throws, by name, on what signals cannot give: an unknown
 * measure, a number scored by levels or a level scored as a number, a level that the scoring leaves out.
 * @example definitionRequests(definition).map((request) => request.key) // → ["licence_utilisation", "active_user_trend"] */
export function definitionRequests(definition: Readable): MeasureRequest[] {
  const made = new Set(definition.measures.filter((measure) => measure.conditions).map((measure) => measure.key));
  const scored = definition.measures.filter((measure) => !measure.conditions).map(scoredRequest);
  const asked = definition.measures
    .flatMap((measure) => measure.conditions ?? [])
    .flatMap((rule) => rule.when.map((condition) => condition.measure));
  const requests = new Map(scored.map((request) => [request.key, request]));
  for (const key of [...asked, ...definition.watched])
    if (!made.has(key) && !requests.has(key)) requests.set(key, { key, levels: levelsAsked(definition, key) });
  for (const { key, levels } of requests.values()) measureOf(key, levels);
  return [...requests.values()];
}

/** The readings of a definition over the slices' accounts: one column for each of its measures in order, then one for each
 * watched. Level readings are the index of the level among the measure's level names, sorted. Throws as definitionRequests
 * does, and where level measures ask for each other in a circle.
 * @example readDefinition(definition, slices).length // → 2 */
export function readDefinition(definition: Readable, slices: Slices): Float64Array[] {
  const requests = definitionRequests(definition);
  const columns = readMeasures(requests, slices);
  const known = new Map<string, AskedReadings>(
    requests.map(({ key, levels }, i) => {
      const names = measureOf(key, levels).levels ?? null;
      return [key, { readings: columns[i] as Float64Array, levels: names }];
    }),
  );
  const making = new Set<string>();
  const readingsOf = (key: string): AskedReadings => {
    const found = known.get(key);
    if (found) return found;
    const measure = definition.measures.find((candidate) => candidate.key === key);
    if (!measure?.conditions) throw new RangeError(`readDefinition knows no measure "${key}"`);
    if (making.has(key)) throw new RangeError(`the conditions of ${key} ask for the level they make`);
    making.add(key);
    const levels = scoredLevels(measure) ?? [];
    const made = { readings: levelsBy(measure.conditions, levels, slices.n, readingsOf), levels };
    known.set(key, made);
    return made;
  };
  const scored = definition.measures.map((measure) => inScoredOrder(measure, readingsOf(measure.key)));
  return [...scored, ...definition.watched.map((key) => readingsOf(key).readings)];
}

function scoredLevels({ scoring }: WeightedMeasure): string[] | undefined {
  return scoring.type === "levels" ? Object.keys(scoring.levels).sort() : undefined;
}

function scoredRequest(measure: WeightedMeasure): MeasureRequest {
  const { key, window, freshness } = measure;
  const levels = scoredLevels(measure);
  const own = measureOf(key, levels).levels;
  if (levels && !own) throw new RangeError(`${key} is a number: scoring it by levels needs conditions`);
  if (own && !levels) throw new RangeError(`${key} has levels: it is scored by levels only`);
  const left = own?.find((level) => !levels?.includes(level));
  if (left) throw new RangeError(`the scoring of ${key} leaves out its level "${left}"`);
  return { key, window, freshness, levels };
}

/** The texts that conditions compare an attribute with. */
function levelsAsked(definition: Readable, key: string): string[] | undefined {
  const conditions = definition.measures.flatMap((measure) => measure.conditions ?? []).flatMap((rule) => rule.when);
  const levels = conditions.flatMap((condition) => (condition.measure === key && condition.level) || []);
  return levels.length > 0 ? [...new Set(levels)] : undefined;
}

/** A shipped level measure may have fewer levels than its scoring names: its index becomes that among the scored names. */
function inScoredOrder(measure: WeightedMeasure, { readings, levels }: AskedReadings): Float64Array {
  const names = scoredLevels(measure);
  if (!names || !levels || names.length === levels.length) return readings;
  const index = levels.map((level) => names.indexOf(level));
  return readings.map((reading) => index[reading] ?? reading);
}
