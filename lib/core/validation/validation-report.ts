import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { type BandOutcome, bandOutcomes } from "./band-outcomes";
import { type Calibrated, calibratedOf } from "./calibrated";
import type { Cohort, Decision, LeftOut } from "./cohort";
import { type EdgePoint, edgeTradeOff } from "./edge-trade-off";
import { type FieldBar, fieldBars } from "./field-bars";
import { type HealthReport, sourcesOf } from "./health-report";
import { type Judged, judgedCohort } from "./judged";
import { type LiftPart, liftOfRanked } from "./lift";
import { type LostMoney, lostMoney } from "./lost-money";
import { bestSingle, type MeasureWorth, measureWorth } from "./measure-worth";
import { medianWarning } from "./median-warning";
import { type Misses, missesOf } from "./misses";
import { type PlainAnswers, plainAnswers } from "./plain-answers";
import { pointsBefore } from "./points-before";
import { quarterOf } from "./quarter-of";
import { rankedByRisk } from "./ranked";
import { type RightGroup, rightOver } from "./right-over";
import { type RocPoint, rocOfRanked } from "./roc";
import { SCORES, type SideReport, sideReport } from "./side-report";
import { FEWEST_OUTCOMES } from "./verdict";

export type ValidationReport = HealthReport & {
  horizon: number;
  cases: Judged[];
  n: number;
  bad: number;
  sides: SideReport[];
  leftOut: Partial<Record<LeftOut, number>>;
  insufficient: Decision[];
  withoutHistory: Decision[];
  waiting: Decision[];
  plain: PlainAnswers;
  bands: BandOutcome[];
  bars: FieldBar[];
  money: LostMoney;
  stillGreen: number;
  warningDays: number | null;
  misses: Misses;
  worth: MeasureWorth[];
  best: MeasureWorth | null;
  calibrated: Calibrated | null;
  roc: RocPoint[] | null;
  lift: LiftPart[] | null;
  edges: EdgePoint[];
  byQuarter: RightGroup[];
  bySegment: RightGroup[];
};

/** Fewer decisions of a quarter than these show counts alone: a quarter has few, and the trend over them is the point. */
const FEWEST_OF_A_QUARTER = 20;

/** Everything that can be said of a score against what customers then decided, from the decisions of a cohort. `book` is how many
 * accounts have a band now, and how many of those are green. */
export function validationReport(
  cohort: Cohort,
  asked: {
    horizon: number;
    by: "version" | "known";
    definitions: readonly CompiledDefinition[];
    book: { green: number; withBand: number };
  },
): ValidationReport {
  const { cases, ...others } = judgedCohort(cohort.decisions, asked.by);
  const bad = cases.map((one) => one.bad);
  const risks = cases.map(({ health }) => 100 - (health as number));
  const sides = SCORES.map((score) => sideReport(cases, score));
  const health = sides[2] as SideReport;
  const worth = measureWorth(pointsBefore(cases, asked.definitions), bad);
  const ranked = rankedByRisk(risks, bad);
  const lift = liftOfRanked(ranked);
  const isEnough = cases.length >= FEWEST_OUTCOMES;
  return {
    ...others,
    ...{ horizon: asked.horizon, verdict: health.verdict, cases, n: health.n, bad: health.bad, sides, health },
    ...{ sources: sourcesOf(cases), leftOut: cohort.leftOut },
    ...{ plain: plainAnswers(cases), bands: bandOutcomes(cases, others.insufficient) },
    ...{ bars: fieldBars(cases, health, lift, asked.book), money: lostMoney(cases) },
    stillGreen: cases.filter((one) => one.bad && one.healthTone === 3).length,
    ...{ warningDays: medianWarning(cases), misses: missesOf(cases) },
    ...{ worth, best: bestSingle(worth, cases.length) },
    calibrated: isEnough ? calibratedOf(risks, bad) : null,
    ...{ roc: rocOfRanked(ranked), lift, edges: edgeTradeOff(cases) },
    byQuarter: rightOver(cases, quarterOf, FEWEST_OF_A_QUARTER),
    bySegment: rightOver(cases, ({ decision }) => decision.segment ?? "No segment").sort((a, b) => b.n - a.n),
  };
}
