import { z } from "zod";

const Text = z.string().trim().min(1, "An answer needs its definition.").max(300);

/** The written definition of each answer of the scorecard, as a version of the model has it; those left out are the product's. */
export const AnswerTexts = z.strictObject({
  champion: z.strictObject({ active: Text, at_risk: Text, missing: Text }).partial().optional(),
  executive: z.strictObject({ active: Text, lapsed: Text, none: Text, "n/a": Text }).partial().optional(),
  outcome: z.strictObject({ defensible: Text, in_development: Text, missing: Text }).partial().optional(),
});
export type AnswerTexts = z.output<typeof AnswerTexts>;
