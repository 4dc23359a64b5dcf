import { z } from "zod";
import { TONES, type Tone } from "@/lib/core/health/bands";
import type { Overlay } from "@/lib/core/health/model";
import { roundSix } from "@/lib/core/health/rounding";

/** The answers to each question, best first. */
export const CHAMPION = ["active", "at_risk", "missing"] as const;
export const EXECUTIVE = ["active", "lapsed", "none"] as const;
export const OUTCOME = ["defensible", "in_development", "missing"] as const;

/** The three answers of a month; the executive question also takes "n/a". */
export const Answers = z.strictObject({
  champion: z.enum(CHAMPION),
  executive: z.enum([...EXECUTIVE, "n/a"]),
  outcome: z.enum(OUTCOME),
});
export type Answers = z.output<typeof Answers>;

/** What the people say: L, and the people band's tone. */
export type Qualitative = { score: number; tone: Tone };

const POINTS = [100, 50, 0] as const;
const WORST = POINTS.length - 1;

/** L and the people band of three answers. L = Σ weight × points / Σ weight, with points 100 / 50 / 0; a question answered
 * n/a leaves its weight to the others. Green: champion active, no worst answer and L ≥ 75. Red: two or more worst answers,
 * or the champion missing and another answer not best. Yellow otherwise. Source: PRODUCT, the overlay.
 * @example qualitativeOf({ champion: 40, executive: 30, outcome: 30 }, { champion: "missing", executive: "none", outcome: "in_development" }) // → { score: 15, tone: "red" } */
export function qualitativeOf(weights: Overlay["weights"], answers: Answers): Qualitative {
  const ranks = [CHAMPION.indexOf(answers.champion), rankOfExecutive(answers), OUTCOME.indexOf(answers.outcome)];
  const shares = [weights.champion, weights.executive, weights.outcome];
  let [points, total, worst, notBest] = [0, 0, 0, 0];
  for (const [i, rank] of ranks.entries()) {
    if (rank === null) continue;
    points += (shares[i] as number) * (POINTS[rank] as number);
    total += shares[i] as number;
    if (rank === WORST) worst++;
    if (rank > 0 && i > 0) notBest++;
  }
  const score = points / total;
  const red = worst >= 2 || (answers.champion === "missing" && notBest > 0);
  const green = answers.champion === "active" && worst === 0 && roundSix(score) >= 75;
  return { score, tone: TONES[red ? 0 : green ? 2 : 1] as Tone };
}

function rankOfExecutive(answers: Answers): number | null {
  return answers.executive === "n/a" ? null : EXECUTIVE.indexOf(answers.executive);
}

/** The answers as they count once a champion contact's end date is known: an active champion becomes at risk at once.
 * @example cappedAnswers({ champion: "active", executive: "n/a", outcome: "missing" }, true).champion // → "at_risk" */
export function cappedAnswers(answers: Answers, championEnded: boolean): Answers {
  return championEnded && answers.champion === "active" ? { ...answers, champion: "at_risk" } : answers;
}
