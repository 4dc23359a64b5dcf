import { z } from "zod";
import { VERDICTS } from "@/lib/core/validation/verdict";
import type { Operation } from "@/lib/server/operation";
import { Standing } from "./shapes";

const share = z.number().min(0).max(1).nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();
const figures = {
  n: z.int().meta({ description: "Decisions about which health said something." }),
  bad: z.int().meta({ description: "Of them churned or downsold." }),
  accuracy: share.meta({ description: "Below green taken as lost, green as staying. Null below 30 outcomes." }),
  accuracy_interval: interval.meta({ description: "Wilson, 95%." }),
  majority: share.meta({ description: "What always saying the more frequent outcome gets right." }),
  auc: share.meta({ description: "The chance that a lost account had less health than a kept one." }),
  auc_interval: interval.meta({ description: "DeLong, 95%." }),
  verdict: z.enum(VERDICTS),
};

export const getValidation = {
  id: "getValidation",
  tag: "Portfolio",
  method: "GET",
  path: "/validation",
  permission: "model:read",
  summary: "How often health was right, against what customers decided",
  description:
    "Each version of the model on the same past; a version that was published after a cut tells it in hindsight. `as_known` is what people saw then, by whichever version counted. A version that does not exist or was withdrawn is refused, as is one of whose past nothing is computed.",
  query: z.strictObject({
    horizon: z
      .enum(["30", "60", "90", "180"])
      .default("90")
      .transform(Number)
      .meta({ description: "Days before the decision." }),
    version: z
      .string()
      .regex(/^[1-9]\d{0,4}$/, "must be a version's number")
      .transform(Number)
      .optional()
      .meta({ description: "A version of the model, also one that is planned; the present one where left out." }),
  }),
  body: null,
  answer: z.strictObject({
    standing: Standing,
    horizon: z.int(),
    version: z.int().nullable(),
    sentence: z.string(),
    ...figures,
    by_version: z.array(z.strictObject({ version: z.int(), name: z.string(), ...figures })),
    as_known: z.strictObject(figures),
    sources: z.strictObject({ published: z.int(), replayed: z.int(), in_hindsight: z.int() }),
    left_out: z.strictObject({ insufficient: z.int(), without_history: z.int(), waiting: z.int() }),
    missed: z.array(z.string()).meta({ description: "Green at the cut and lost, by slug, the largest first." }),
    false_alarms: z.strictObject({ untouched: z.array(z.string()), saved: z.array(z.string()) }),
  }),
} satisfies Operation;
