import type { Day } from "@/lib/core/calendar";
import { daysBetween } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";

/** One account's stay below green: from the day it entered a tone until it left it, with what was done and what came of it. */
export type Stay = {
  accountId: number;
  tone: Extract<Tone, "red" | "yellow">;
  enteredOn: Day;
  leftOn: Day | null;
  nextTone: Tone | null;
  segment: string | null;
  arrCents: number | null;
  health: number;
  score: number | null;
  /** Health 30 days before it entered. */
  healthBefore: number | null;
  /** Of the first plan that was open in the stay: days from entry to its opening, 0 where it was open already. */
  planAfter: number | null;
  cause: string | null;
  play: string | null;
  /** Tone and measured score 90 days after entry; null where it was not scored then, or that day has not come. */
  toneAfter: Tone | null;
  scoreAfter: number | null;
  /** Renewed or expanded, or lost, within the 90 days. */
  renewed: boolean;
  lost: boolean;
};

/** How the comparison is drawn: worked are those with a plan by this day, and all are judged on that one. */
export const FOLLOWED = { plannedBy: 14, judgedAfter: 90, points: 5 };

/** Days from entry to today.
 * @example stayAge({ enteredOn: "2026-11-01" }, "2026-11-30") // → 29 */
export function stayAge({ enteredOn }: Pick<Stay, "enteredOn">, today: Day): number {
  return daysBetween(enteredOn, today);
}

/** Whether a stay ended well by its 90th day: green with the measured score up by 5 or more, or renewed.
 * @example isRecovered({ toneAfter: "green", score: 40, scoreAfter: 44, renewed: false }) // → false */
export function isRecovered({
  toneAfter,
  score,
  scoreAfter,
  renewed,
}: Pick<Stay, "toneAfter" | "score" | "scoreAfter" | "renewed">): boolean {
  const isUp = score !== null && scoreAfter !== null && scoreAfter - score >= FOLLOWED.points - 5e-7;
  return renewed || (toneAfter === "green" && isUp);
}
