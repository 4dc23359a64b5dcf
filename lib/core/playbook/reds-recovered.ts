import type { Tone } from "@/lib/core/health/bands";
import { wilson } from "@/lib/core/validation/wilson";

/** Share of reds that recovered, by Wilson at 95%: green 90 days later with the measured score up by 5 or more, or renewed. Those
 * red for fewer days and not renewed are not judged yet.
 * @example redsRecovered([{ age: 90, toneAfter: "green", scoreThen: 40, scoreAfter: 80, renewed: false }, { age: 90, toneAfter: "green", scoreThen: 45, scoreAfter: 46, renewed: false }])?.share // → 0.5 */
export function redsRecovered(
  reds: readonly {
    age: number;
    toneAfter: Tone | null;
    scoreThen: number | null;
    scoreAfter: number | null;
    renewed: boolean;
  }[],
  { afterDays, points } = { afterDays: 90, points: 5 },
) {
  const judged = reds.filter(({ age, renewed }) => renewed || age >= afterDays);
  const recovered = judged.filter(({ toneAfter, scoreThen, scoreAfter, renewed }) => {
    const isUp = scoreThen !== null && scoreAfter !== null && scoreAfter - scoreThen >= points - 5e-7;
    return renewed || (toneAfter === "green" && isUp);
  });
  return wilson(recovered.length, judged.length);
}
