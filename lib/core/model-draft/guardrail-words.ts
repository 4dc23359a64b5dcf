import type { Condition } from "@/lib/core/health/condition";
import type { Definition, Guardrail, Overlay } from "@/lib/core/health/model";
import { measureName } from "./measure-name";
import { numberText, unitOf } from "./scoring-words";

type Context = Pick<Definition, "measures" | "bands">;

/** A condition on a reading in words, by the names of the definition.
 * @example conditionText({ measure: "nps", below: 0 }, { measures: [] }) // → "NPS below 0" */
export function conditionText(condition: Condition, { measures }: Pick<Context, "measures">): string {
  const name = measureName(measures.find(({ key }) => key === condition.measure) ?? { key: condition.measure });
  if (condition.level !== undefined) return `${name} is ${condition.level.replaceAll("_", " ")}`;
  const unit = unitOf(condition.measure) === "%" ? "%" : "";
  const bounds = [
    ["below", condition.below],
    ["above", condition.above],
    ["at most", condition.atMost],
    ["at least", condition.atLeast],
  ] as const;
  const [words, bound] = bounds.find(([, value]) => value !== undefined) ?? ["", 0];
  return `${name} ${words} ${numberText(bound ?? 0)}${unit}`;
}

/** A guardrail in words: "NPS below 0: health is at most Yellow". */
export function guardrailText(guardrail: Guardrail, context: Context): string {
  const when = guardrail.when.map((condition) => conditionText(condition, context)).join(" and ");
  const key = guardrail.healthAtMost ?? guardrail.healthAtLeast;
  const band = context.bands.find((other) => other.key === key);
  const side = guardrail.healthAtMost === undefined ? "at least" : "at most";
  return `${when || "always"}: health is ${side} ${band?.name ?? band?.key ?? key}`;
}

export const POLICY_WORDS: Readonly<Record<Overlay["policy"], string>> = {
  qualitative_wins: "People win: health lies in the band of the scorecard",
  worst_of: "The worse of the two counts",
  blend: "A weighted mean of the two",
  advisory: "Advice only: health is the measured score",
};

/** What the scorecard does to the score, in words.
 * @example overlayText({ policy: "blend", weight: 0.5, weights: { champion: 40, executive: 30, outcome: 30 }, divergenceMinGap: 15 }) // → "A weighted mean of the two; λ 0.5; champion 40, executive 30, outcome 30; a disagreement from 15 points" */
export function overlayText({ policy, weight, weights, divergenceMinGap }: Overlay): string {
  const { champion, executive, outcome } = weights;
  return [
    POLICY_WORDS[policy],
    `λ ${numberText(weight)}`,
    `champion ${numberText(champion)}, executive ${numberText(executive)}, outcome ${numberText(outcome)}`,
    `a disagreement from ${numberText(divergenceMinGap)} points`,
  ].join("; ");
}
