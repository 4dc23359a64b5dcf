import type { Day } from "@/lib/core/calendar";
import type { Measure } from "@/lib/core/health/model";
import { compileScoring, pointsOf } from "@/lib/core/health/points";
import type { Correlation } from "./correlation";
import type { Spread } from "./histogram";
import { catalogued, measureName } from "./measure-name";

/** One remark about the measures of a draft; `keys` are the measures it is about. Advice never keeps a model from being published. */
export type Advice = { kind: AdviceKind; keys: string[]; text: string };
export type AdviceKind = "few" | "many" | "heavy" | "same" | "missing" | "flat" | "lopsided" | "by_hand";

export type DraftFacts = { spreads: Readonly<Record<string, Spread>>; correlations: readonly Correlation[] };

/** Of `accounts` that a definition would score as of a day, `read` were looked at. */
export type ReadFacts = DraftFacts & { accounts: number; read: number; asOf: Day | null };

/** Two measures say the same above this |r|. */
export const SAME = 0.8;
const HEAVY = 0.35;
const MISSING_MOST = 0.3;
/** Nine tenths of the accounts within so many points of each other: the measure tells them not apart. */
const FLAT_POINTS = 5;
/** Below so many accounts counts speak. */
const FEW = 20;

/** What an experienced eye would say about a definition's measures: too few or many (5 to 8 is enough), one over 35% of the
 * weight, two that say the same (|r| > 0.8), missing for over 30%, hardly any spread in points, more than half of the weight
 * from usage and tickets, or entered by hand. */
export function adviceOf(measures: readonly Measure[], facts: DraftFacts | null): Advice[] {
  const total = measures.reduce((sum, { weight }) => sum + weight, 0);
  const share = (some: readonly Measure[]) => some.reduce((sum, { weight }) => sum + weight, 0) / total;
  return [
    ...numberAdvice(measures.length),
    ...measures
      .filter((measure) => share([measure]) > HEAVY)
      .map((measure) => ({
        ...about("heavy", [measure]),
        text: `${measureName(measure)} carries ${percent(share([measure]))} of the weight: over 35% the score is nearly that one measure.`,
      })),
    ...(facts ? sameAdvice(measures, facts) : []),
    ...(facts ? measures.flatMap((measure) => spreadAdvice(measure, facts.spreads[measure.key])) : []),
    ...balanceAdvice(measures, share),
  ];
}

function about(kind: AdviceKind, measures: readonly Measure[]): Pick<Advice, "kind" | "keys"> {
  return { kind, keys: measures.map(({ key }) => key) };
}

function numberAdvice(count: number): Advice[] {
  if (count > 8)
    return [
      {
        ...about("many", []),
        text: `${count} measures: 5 to 8 are enough. Each one more makes every weight smaller, until none moves the score and nobody can say why it moved.`,
      },
    ];
  if (count > 0 && count < 5)
    return [
      {
        ...about("few", []),
        text: `${count === 1 ? "1 measure" : `${count} measures`}: with fewer than 5, one late feed decides the score. 5 to 8 are enough.`,
      },
    ];
  return [];
}

function sameAdvice(measures: readonly Measure[], { correlations }: DraftFacts): Advice[] {
  return correlations.flatMap(({ a, b, r, n }) => {
    const pair = [a, b].flatMap((key) => measures.find((measure) => measure.key === key) ?? []);
    if (pair.length < 2 || Math.abs(r) <= SAME) return [];
    const names = pair.map(measureName).join(" and ");
    return {
      ...about("same", pair),
      text: `${names} say the same (correlation ${r.toFixed(2).replace("-", "−")} over ${n} accounts): keep the one that you can act on.`,
    };
  });
}

function spreadAdvice(measure: Measure, spread: Spread | undefined): Advice[] {
  if (!spread) return [];
  const all = spread.n + spread.missing + spread.none;
  const advice: Advice[] = [];
  const share = (part: number) => (all < FEW ? `${part} of ${all}` : `${percent(part / all)} of ${all}`);
  if (all > 0 && spread.missing / all > MISSING_MOST)
    advice.push({
      ...about("missing", [measure]),
      text: `${measureName(measure)} is missing for ${share(spread.missing)} accounts: connect its source, or choose a measure that you have.`,
    });
  const points = middlePoints(measure, spread);
  if (spread.n >= FEW && points && points.high - points.low < FLAT_POINTS)
    advice.push({
      ...about("flat", [measure]),
      text: `${measureName(measure)} hardly varies: nine accounts in ten earn ${range(points)} points, so it tells few of them apart.`,
    });
  return advice;
}

/** The points between which nine tenths of the accounts lie. */
function middlePoints({ scoring }: Measure, spread: Spread): { low: number; high: number } | null {
  const compiled = compileScoring(scoring);
  if (spread.kind === "numbers") {
    if (scoring.type === "levels" || spread.quantiles.length === 0) return null;
    const points = spread.quantiles.slice(1, -1).map((reading) => pointsOf(compiled, reading));
    return { low: Math.min(...points), high: Math.max(...points) };
  }
  const most = Math.max(...spread.levels.map(({ count }) => count));
  if (most < 0.9 * spread.n) return null;
  const at = compiled.levels?.indexOf(spread.levels.find(({ count }) => count === most)?.name ?? "") ?? -1;
  const points = at < 0 ? Number.NaN : pointsOf(compiled, at);
  return Number.isNaN(points) ? null : { low: points, high: points };
}

function range({ low, high }: { low: number; high: number }): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? String(from) : `${from} to ${to}`;
}

function balanceAdvice(measures: readonly Measure[], share: (some: readonly Measure[]) => number): Advice[] {
  const ofFamilies = (...families: string[]) =>
    measures.filter(({ key }) => families.includes(catalogued(key)?.family ?? ""));
  const busy = ofFamilies("usage", "support");
  const byHand = ofFamilies("custom");
  const advice: Advice[] = [];
  if (share(busy) > 0.5)
    advice.push({
      ...about("lopsided", busy),
      text: `${percent(share(busy))} of the weight is usage and tickets: accounts that are quietly leaving keep both. Add relationships, payments or results.`,
    });
  if (share(byHand) > 0.5)
    advice.push({
      ...about("by_hand", byHand),
      text: `${percent(share(byHand))} of the weight is entered by hand or imported as a figure: nobody can follow it to its signals. Replace ratings by signals as they are connected.`,
    });
  return advice;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
