import type { Day } from "@/lib/core/calendar";
import type { VersionFigures } from "./validation-json";

/** The latest signed review of the version that scores. */
export type Reviewed = {
  verdict: "keep" | "change" | "retire";
  reviewedOn: Day;
  figures: Pick<VersionFigures, "n" | "verdict">;
};

/** How far a score is to be believed, as every score, export and API answer says it: validated where the latest signed review of
 * the version that scores found it better than chance and did not retire it; otherwise a heuristic.
 * @example standingText(null) // → "heuristic, not validated"
 * @example standingText({ verdict: "keep", reviewedOn: "2026-11-30", figures: { n: 124, verdict: "better than chance" } }) // → "validated on 124 decisions, 2026-11-30"
 * @example standingText({ verdict: "retire", reviewedOn: "2026-11-30", figures: { n: 124, verdict: "better than chance" } }) // → "heuristic, to be retired by the review of 2026-11-30" */
export function standingText(review: Reviewed | null): string {
  if (!review) return "heuristic, not validated";
  const { verdict, reviewedOn, figures } = review;
  if (verdict === "retire") return `heuristic, to be retired by the review of ${reviewedOn}`;
  if (figures.verdict === "better than chance") return `validated on ${figures.n} decisions, ${reviewedOn}`;
  return "heuristic, not validated";
}
