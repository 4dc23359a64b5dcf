import type { z } from "zod";
import { type Definition, Definition as DefinitionSchema } from "@/lib/core/health/model";
import { levels, linear } from "./measures";

/** The definition of accounts that are not live yet: milestones on plan, first value, core features, a named sponsor. */
export const ONBOARDING: z.input<typeof Definition> = {
  measures: [
    linear("onboarding_on_plan", 40, 40, 100),
    levels("first_value", 25, { reached: 10, waiting: 0 }),
    linear("core_features", 20, 0, 60),
    levels("sponsor_named", 15, { yes: 10, no: 0 }),
  ],
};

/** The shipped onboarding definition as a model holds it. */
export const ONBOARDING_DEFINITION: Definition = DefinitionSchema.parse(ONBOARDING);
