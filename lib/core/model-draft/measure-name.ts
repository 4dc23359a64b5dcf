import type { Scoring } from "@/lib/core/health/scoring";
import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";
import type { Measure as CatalogueMeasure } from "@/lib/core/measures/measure";
import { FEED_WORDS } from "@/lib/core/measures/words";

type Named = { key: string; name?: string | undefined };

/** What a measure of a model is called: as the model says, else as the catalogue does, else its key.
 * @example measureName({ key: "nps" }) // → "NPS"
 * @example measureName({ key: "usage", name: "Usage" }) // → "Usage" */
export function measureName({ key, name }: Named): string {
  return name ?? (isMeasure(key) ? measureOf(key).name : key.replaceAll("_", " "));
}

/** The catalogue's measure of a key; null where the model makes it itself, out of conditions.
 * @example catalogued("usage") // → null */
export function catalogued(key: string, levels?: readonly string[]): CatalogueMeasure | null {
  return isMeasure(key) ? measureOf(key, levels) : null;
}

/** Where a measure's readings come from, in words.
 * @example sourceWords("nps") // → "surveys"
 * @example sourceWords("usage") // → "made of other measures" */
export function sourceWords(key: string): string {
  const measure = catalogued(key);
  if (!measure) return "made of other measures";
  return measure.feed ? FEED_WORDS[measure.feed] : key.startsWith("attribute:") ? "account attribute" : "accounts";
}

/** Which readings are better, in words: as the scoring has it, since a model may score against the catalogue's direction.
 * @example directionWords({ type: "linear", worst: 12, best: 0 }) // → "lower is better"
 * @example directionWords({ type: "curve", points: [[0, 60], [3, 100], [20, 0]] }) // → "best between" */
export function directionWords(scoring: Scoring): string {
  const rises = risesOf(scoring);
  if (rises === null) return "by level";
  if (rises.every((rise) => rise >= 0)) return "higher is better";
  return rises.every((rise) => rise <= 0) ? "lower is better" : "best between";
}

function risesOf(scoring: Scoring): number[] | null {
  if (scoring.type === "levels") return null;
  if (scoring.type === "linear") return [scoring.best - scoring.worst];
  const ys = scoring.type === "curve" ? scoring.points.map(([, y]) => y) : scoring.steps.map(({ points }) => points);
  return ys.slice(1).map((y, i) => y - (ys[i] as number));
}
