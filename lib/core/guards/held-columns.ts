import type { Definition } from "@/lib/core/health/model";
import { measureOf } from "@/lib/core/measures/catalogue";
import type { Feed } from "@/lib/core/measures/columns";
import { definitionRequests } from "@/lib/core/measures/levels";

/** What is held: feeds whose rows are not believed, and single measures. */
export type HeldSubjects = { feeds: readonly Feed[]; measures: readonly string[] };

/** The columns of a definition's readings that a hold covers, by index: measures that read a held feed (or are held themselves),
 * and levels made out of those. Columns are the definition's measures in order, then the watched.
 * @example heldColumns(definition, { feeds: [], measures: [definition.measures[0].key] }) // → [0] */
export function heldColumns(definition: Definition, { feeds, measures }: HeldSubjects): number[] {
  const held = new Set(measures);
  for (const { key, levels } of definitionRequests(definition)) {
    const { feed, alsoFeed } = measureOf(key, levels);
    if ([feed, alsoFeed].some((one) => one && feeds.includes(one))) held.add(key);
  }
  for (let found = -1; found !== held.size; ) {
    found = held.size;
    for (const { key, conditions = [] } of definition.measures)
      if (conditions.some(({ when }) => when.some(({ measure }) => held.has(measure)))) held.add(key);
  }
  const keys = [...definition.measures.map(({ key }) => key), ...definition.watched];
  return keys.flatMap((key, i) => (held.has(key) ? [i] : []));
}
