import { addDays, type Day } from "@/lib/core/calendar";
import { toneRank } from "@/lib/core/health/band";
import type { Tone } from "@/lib/core/health/bands";
import { roundSix } from "@/lib/core/health/rounding";
import type { Answers, Qualitative } from "./answers";

export type Sign = "hidden_risk" | "false_alarm";
export type Divergence = { sign: Sign; gap: number; tones: number; severe: boolean };

/** The disagreement of score and scorecard: their tones differ and |Q − L| reaches the minimal gap (both at six decimals).
 * Hidden risk where the people see worse than the numbers, false alarm where better; severe where two tones lie between.
 * Compared before guardrails; null where they agree, and where Q or L is absent. Source: PRODUCT, divergence.
 * @example divergenceOf({ score: 90, tone: "green" }, { score: 15, tone: "red" }, 15) // → { sign: "hidden_risk", gap: 75, tones: 2, severe: true } */
export function divergenceOf(
  measured: { score: number; tone: Tone } | null,
  people: Qualitative | null,
  minGap: number,
): Divergence | null {
  if (!measured || !people) return null;
  const tones = toneRank(measured.tone) - toneRank(people.tone);
  const gap = Math.abs(measured.score - people.score);
  if (!diverges(tones, gap, minGap)) return null;
  return {
    sign: tones > 0 ? "hidden_risk" : "false_alarm",
    gap,
    tones: Math.abs(tones),
    severe: Math.abs(tones) === 2,
  };
}

/** Whether so many tones and points apart are a divergence.
 * @example diverges(1, 14.9999999, 15) // → true */
export function diverges(tones: number, gap: number, minGap: number): boolean {
  return tones !== 0 && roundSix(gap) >= roundSix(minGap);
}

/** Days within which a divergence is to be settled. */
export const SETTLE_DAYS = 14;

/** Who owns a divergence and until when: CSM and AM settle mild ones; the manager owns severe ones, those of the top
 * quarter by ARR and those with a decide-by date within 120 days. Due 14 days after it opened.
 * @example settlementOf({ severe: false }, "2026-11-30", { isTopArrQuarter: false, daysToDecideBy: 200 }) // → { owner: "csm_am", dueOn: "2026-12-14" } */
export function settlementOf(
  divergence: { severe: boolean },
  openedOn: Day,
  account: { isTopArrQuarter: boolean; daysToDecideBy: number | null },
): { owner: "csm_am" | "manager"; dueOn: Day } {
  const { isTopArrQuarter, daysToDecideBy } = account;
  const isNear = daysToDecideBy !== null && daysToDecideBy >= 0 && daysToDecideBy <= 120;
  const owner = divergence.severe || isTopArrQuarter || isNear ? "manager" : "csm_am";
  return { owner, dueOn: addDays(openedOn, SETTLE_DAYS) };
}

/** Change of size from which a settled divergence opens again, in points. */
const REOPENS_AT = 10;

/** Whether a settled divergence opens again: its sign or an answer changed, or its size by 10 points or more.
 * @example isReopened({ sign: "hidden_risk", gap: 40, answers: { champion: "missing", executive: "none", outcome: "missing" } }, { sign: "hidden_risk", gap: 49.9, answers: { champion: "missing", executive: "none", outcome: "missing" } }) // → false */
export function isReopened(
  settled: { sign: Sign; gap: number; answers: Answers },
  now: { sign: Sign; gap: number; answers: Answers },
): boolean {
  const [before, after] = [settled.answers, now.answers];
  const changed =
    before.champion !== after.champion || before.executive !== after.executive || before.outcome !== after.outcome;
  return settled.sign !== now.sign || changed || reopensBySize(settled.gap, now.gap);
}

/** Whether a settled divergence opens again by its size alone: it changed by 10 points or more, at six decimals.
 * @example reopensBySize(40, 49.9) // → false */
export function reopensBySize(settledGap: number, gap: number): boolean {
  return roundSix(Math.abs(gap - settledGap)) >= REOPENS_AT;
}
