import { z } from "zod";
import { AnswerTexts } from "./answer-texts";
import { Bands, DEFAULT_BANDS } from "./bands";
import { Condition } from "./condition";
import { isGuardrailFair } from "./guardrail-fairness";
import { refuseDefinition } from "./refusals";
import { Scoring } from "./scoring";

const Key = z.string().min(1).max(200);

/** When its conditions on readings hold, all of them, health is held at most or at least to a band. */
export const Guardrail = z
  .strictObject({
    when: z.array(Condition).min(1).max(10),
    healthAtMost: z.string().optional(),
    healthAtLeast: z.string().optional(),
    name: z.string().max(200).optional(),
  })
  .refine((g) => (g.healthAtMost === undefined) !== (g.healthAtLeast === undefined), {
    error: "a guardrail needs exactly one of healthAtMost, healthAtLeast",
  });
export type Guardrail = z.output<typeof Guardrail>;

const LevelRule = z.strictObject({ level: z.string().min(1), when: z.array(Condition).max(10) });
export type LevelRule = z.output<typeof LevelRule>;

/** One measure of a model. `conditions` make its level out of other measures' readings, first match wins;
 * `calendar` marks one that moves by date alone and counts in no trend, shift or trigger. */
export const Measure = z.strictObject({
  key: Key,
  weight: z.number().positive(),
  scoring: Scoring,
  missing: z.enum(["exclude", "neutral", "worst"]).default("exclude"),
  name: z.string().min(1).max(200).optional(),
  window: z.int().min(14).max(365).optional(),
  freshness: z.int().positive().max(3650).optional(),
  conditions: z.array(LevelRule).min(1).max(50).optional(),
  calendar: z.boolean().optional(),
});
export type Measure = z.output<typeof Measure>;

const Weight = z.number().positive().max(1e9);
const Overlay = z.strictObject({
  policy: z.enum(["qualitative_wins", "worst_of", "blend", "advisory"]).default("qualitative_wins"),
  weight: z.number().min(0).max(1).default(0.5),
  weights: z
    .strictObject({ champion: Weight.default(40), executive: Weight.default(30), outcome: Weight.default(30) })
    .prefault({}),
  divergenceMinGap: z.number().min(0).max(100).default(15),
});
export type Overlay = z.output<typeof Overlay>;

/** One segment's model: measures, bands, coverage floor, guardrails and overlay, with the product's defaults for everything
 * but the measures. `watched` are keys of measures without weight that guardrails ask for. Unknown keys are refused. */
export const Definition = z
  .strictObject({
    measures: z
      .array(Measure)
      .min(1, "a model has 1 to 20 measures: scoreAccount requires at least one weighted measure")
      .max(20, "a model has 1 to 20 measures"),
    watched: z.array(Key).max(20).default([]),
    bands: Bands.default(() => DEFAULT_BANDS.map((band) => ({ ...band }))),
    coverageFloor: z.number().min(0).max(1).default(0.7),
    guardrails: z.array(Guardrail).max(50).default([]),
    overlay: Overlay.prefault({}),
  })
  .superRefine(refuseDefinition);
export type Definition = z.output<typeof Definition>;

/** A definition fit to be saved: no guardrail under which a better reading would lower health. */
const FairDefinition = Definition.superRefine((definition, ctx) => {
  if (ctx.issues.length > 0) return;
  for (const [i, guardrail] of definition.guardrails.entries())
    if (!isGuardrailFair(definition, guardrail))
      ctx.addIssue({
        code: "custom",
        message: "guardrail: a better reading would lower health under it",
        path: ["guardrails", i],
      });
});

/** A model version: one definition for all accounts, one for those still onboarding, and one per segment that differs. */
export const Model = z.strictObject({
  name: z.string().min(1).max(120),
  /** What each answer of the scorecard means, where it is not what the product says. */
  answers: AnswerTexts.optional(),
  definitions: z.strictObject({
    default: FairDefinition,
    onboarding: FairDefinition.optional(),
    segments: z.record(z.string().min(1), FairDefinition).optional(),
  }),
});
export type Model = z.output<typeof Model>;

/** The definition an account is scored by: the onboarding one while it is onboarding, else its segment's, else the default.
 * @example definitionFor({ name: "m", definitions: { default: "d", segments: { smb: "s" } } }, "smb", false) // → "s" */
export function definitionFor<D>(
  model: { definitions: { default: D; onboarding?: D | undefined; segments?: Record<string, D> | undefined } },
  segment: string | null,
  isOnboarding: boolean,
): D {
  const { onboarding, segments, default: fallback } = model.definitions;
  if (isOnboarding && onboarding !== undefined) return onboarding;
  if (segment !== null && segments && Object.hasOwn(segments, segment)) return segments[segment] as D;
  return fallback;
}
