import { type Day, daysBetween } from "@/lib/core/calendar";
import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";
import type { Feed } from "@/lib/core/measures/columns";
import { NONE } from "@/lib/core/measures/reading";
import { FEED_WORDS, readingText } from "@/lib/core/measures/words";
import type { Definition, Measure as WeightedMeasure } from "./model";
import type { ScoredAccount } from "./score";
import type { Scoring } from "./scoring";

/** One measure of a score as the Why table shows it. */
export type WhyRow = {
  key: string;
  name: string;
  reading: string;
  definition: string;
  /** What earns nothing and what earns all, in the measure's unit. */
  scale: string;
  window: number | null;
  /** Points of the score that it adds, and that it could add; possible 0 = it does not count today. */
  earned: number;
  possible: number;
  level: "low" | "mid" | "high" | null;
  source: string;
  /** Days since its feed last covered a day; null where it has none. */
  ageDays: number | null;
  absent: "missing" | "none" | null;
};

export type FeedDays = ReadonlyArray<{ feed: Feed; lastDay: Day }>;

/** The measures of a score, those that lose most first; earned and possible are its contribution and share × 100. */
export function whyRows(
  scored: Pick<ScoredAccount, "contributions" | "encoded">,
  definition: Definition,
  {
    asOf,
    feeds,
    daysAsCustomer,
    usageSpread = null,
  }: { asOf: Day; feeds: FeedDays; daysAsCustomer: number | null; usageSpread?: "week" | "month" | null },
): WhyRow[] {
  const rows = scored.contributions.map(({ key, contribution, share, points }, i): WhyRow => {
    const weighted = definition.measures[i] as WeightedMeasure;
    const encoded = scored.encoded[i] as number;
    const measure = isMeasure(key) ? measureOf(key) : null;
    const spread = measure?.feed === "usage_days" ? usageSpread : null;
    const feedDay = feeds.find(({ feed }) => feed === measure?.feed)?.lastDay;
    return {
      key,
      name: nameOf(weighted, measure?.name),
      reading:
        measure && weighted.scoring.type !== "levels"
          ? readingText(measure, encoded, { daysAsCustomer })
          : levelText(weighted, encoded),
      definition: `${measure?.definition ?? "A level made of other measures, the first that matches."}${spread ? ` Its days are spread evenly from ${spread}ly figures.` : ""}`,
      scale: scaleWords(weighted.scoring, measure?.unit === "%" ? "%" : measure?.unit === "days" ? " d" : ""),
      window: weighted.window ?? measure?.window ?? null,
      earned: contribution,
      possible: share * 100,
      level: points === null ? null : points < 100 / 3 ? "low" : points < 200 / 3 ? "mid" : "high",
      source: measure?.feed ? `${FEED_WORDS[measure.feed]}${spread ? ` (${spread}ly)` : ""}` : "several feeds",
      ageDays: feedDay ? Math.max(0, daysBetween(feedDay, asOf)) : null,
      absent: Number.isNaN(encoded) ? "missing" : encoded === NONE ? "none" : null,
    };
  });
  return rows.sort((a, b) => b.possible - b.earned - (a.possible - a.earned) || a.key.localeCompare(b.key));
}

function nameOf(weighted: { key: string; name?: string | undefined }, catalogued: string | undefined): string {
  return weighted.name ?? catalogued ?? weighted.key.replaceAll("_", " ");
}

function levelText({ scoring }: WeightedMeasure, encoded: number): string {
  if (Number.isNaN(encoded)) return "no data";
  if (encoded === NONE) return "none";
  const names = scoring.type === "levels" ? Object.keys(scoring.levels).sort() : [];
  return (names[encoded] ?? String(encoded)).replaceAll("_", " ");
}

function scaleWords(scoring: Scoring, unit: string): string {
  switch (scoring.type) {
    case "linear":
      return `nothing at ${scoring.worst}${unit}, all at ${scoring.best}${unit}`;
    case "curve": {
      const ends = [scoring.points[0], scoring.points.at(-1)];
      return ends.map((end) => (end ? `${end[1]} at ${end[0]}${unit}` : "")).join(", ");
    }
    case "steps":
      return scoring.steps.map(({ from, points }) => `${points} from ${from}${unit}`).join(", ");
    case "levels":
      return Object.entries(scoring.levels)
        .map(([name, points]) => `${name.replaceAll("_", " ")} ${points}`)
        .join(", ");
  }
}
