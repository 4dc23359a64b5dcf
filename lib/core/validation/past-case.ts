import type { Day } from "@/lib/core/calendar";
import { roundSix } from "@/lib/core/health/rounding";

/** What is known of an account on the day of a cut before a decision, and what the customer then decided. Scores are 0–100;
 * tones 1 red, 2 yellow, 3 green, 0 unknown. */
export type PastCase = {
  accountId: number;
  decidedOn: Day;
  /** Churned or downsold. */
  bad: boolean;
  score: number | null;
  people: number | null;
  health: number | null;
  scoreTone: number;
  peopleTone: number;
  healthTone: number;
};

export const SIDES = ["numbers", "people", "health"] as const;
export type Side = (typeof SIDES)[number];

const GREEN = 3;

/** Whether a side was right about a case: below green says a bad outcome. Null where it said nothing.
 * @example isRight({ scoreTone: 3, peopleTone: 1, healthTone: 1, bad: true }, "people") // → true
 * @example isRight({ scoreTone: 0, peopleTone: 1, healthTone: 1, bad: true }, "numbers") // → null */
export function isRight(
  { scoreTone, peopleTone, healthTone, bad }: Pick<PastCase, "scoreTone" | "peopleTone" | "healthTone" | "bad">,
  side: Side,
): boolean | null {
  const tone = { numbers: scoreTone, people: peopleTone, health: healthTone }[side];
  return tone === 0 ? null : tone < GREEN === bad;
}

/** Who was right of the numbers and the people. Null where either said nothing.
 * @example whoWasRight({ scoreTone: 3, peopleTone: 1, bad: true }) // → "people"
 * @example whoWasRight({ scoreTone: 2, peopleTone: 1, bad: false }) // → "neither" */
export function whoWasRight(
  then: Pick<PastCase, "scoreTone" | "peopleTone" | "bad">,
): "numbers" | "people" | "both" | "neither" | null {
  const [numbers, people] = [
    isRight({ ...then, healthTone: 0 }, "numbers"),
    isRight({ ...then, healthTone: 0 }, "people"),
  ];
  if (numbers === null || people === null) return null;
  if (numbers === people) return numbers ? "both" : "neither";
  return numbers ? "numbers" : "people";
}

/** How a case disagreed: its sign and size as a divergence has them; null where tones are alike or the gap is below the least.
 * @example disagreementOf({ score: 88, people: 15, scoreTone: 3, peopleTone: 1 }, 15) // → { sign: "hidden_risk", gap: 73, severe: true } */
export function disagreementOf(
  { score, people, scoreTone, peopleTone }: Pick<PastCase, "score" | "people" | "scoreTone" | "peopleTone">,
  minGap: number,
): { sign: "hidden_risk" | "false_alarm"; gap: number; severe: boolean } | null {
  if (score === null || people === null || scoreTone === 0 || peopleTone === 0 || scoreTone === peopleTone) return null;
  const gap = Math.abs(score - people);
  if (roundSix(gap) < roundSix(minGap)) return null;
  const tones = scoreTone - peopleTone;
  return { sign: tones > 0 ? "hidden_risk" : "false_alarm", gap, severe: Math.abs(tones) === 2 };
}
