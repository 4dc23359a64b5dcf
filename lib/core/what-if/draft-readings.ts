import { z } from "zod";
import { Condition } from "@/lib/core/health/condition";
import { Measure } from "@/lib/core/health/model";

/** What is asked for when a draft reads what the run did not: the measures and watched keys of one definition, for the accounts
 * of the run or for past cases so many days before their decision. */
export const DraftReadings = z.strictObject({
  measures: z.array(Measure).min(1).max(20),
  watched: z.array(Condition.shape.measure).max(20),
  days: z
    .union([z.literal(60), z.literal(90)])
    .nullable()
    .default(null),
});
export type DraftReadings = z.output<typeof DraftReadings>;
