import type { Cohort, Said } from "./cohort";
import { type SaidCase, saidCases } from "./judged";
import { type SideReport, sideReport } from "./side-report";
import type { Verdict } from "./verdict";

/** What there is to say of health alone: for a score that stands beside another. */
export type HealthReport = {
  health: SideReport;
  verdict: Verdict;
  /** How many cases are as published, replayed, and told in hindsight. */
  sources: Record<Said["source"], number>;
};

/** How health alone did on a cohort. */
export function healthReport(cohort: Cohort, by: "version" | "known"): HealthReport {
  const { cases } = saidCases(cohort.decisions, by);
  const health = sideReport(cases, "health");
  return { health, verdict: health.verdict, sources: sourcesOf(cases) };
}

/** How many cases are as published, replayed, and told in hindsight.
 * @example sourcesOf([]) // → { published: 0, replayed: 0, hindsight: 0 } */
export function sourcesOf(cases: readonly Pick<SaidCase, "said">[]): HealthReport["sources"] {
  const sources = { published: 0, replayed: 0, hindsight: 0 };
  for (const { said } of cases) sources[said.source]++;
  return sources;
}
