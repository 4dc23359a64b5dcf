import { type CohortRules, cohortOf, type Decision } from "./cohort";
import { saidCases } from "./judged";
import { SCORES, type SideReport, sideReport } from "./side-report";

/** How the scores stood so many days before. */
export type HorizonRow = {
  horizon: number;
  /** Score, scorecard, health. */
  sides: SideReport[];
  /** Health as people knew it, so many days before the other of decision and effect. */
  beside: SideReport;
  /** Decisions for which nothing is computed yet. */
  waiting: number;
};

/** Score, scorecard and health on the decisions that the rules let in, with health as it was known before another date of theirs.
 * None: sides of nothing. */
export function horizonRow(
  horizon: number,
  { decisions, beside, by }: { decisions: readonly Decision[]; beside: readonly Decision[]; by: "version" | "known" },
  rules: CohortRules,
): HorizonRow {
  const { cases, waiting } = saidCases(cohortOf(decisions, rules).decisions, by);
  const known = saidCases(cohortOf(beside, rules).decisions, "known");
  return {
    ...{ horizon, waiting, sides: SCORES.map((score) => sideReport(cases, score)) },
    beside: sideReport(known.cases, "health"),
  };
}
