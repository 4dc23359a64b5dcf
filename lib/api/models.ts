import { z } from "zod";
import { Model } from "@/lib/core/health/model";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import type { Operation } from "@/lib/server/operation";
import { DayText, Instant } from "./shapes";

export const listModels = {
  id: "listModels",
  tag: "Models",
  method: "GET",
  path: "/models",
  permission: "model:read",
  summary: "Published versions of the model, newest first",
  description:
    "`is_in_force`: the version that scores accounts today. `withdrawn`: called off before its day, it never counts. `model` is its whole definition, as it was published.",
  query: z.strictObject({}),
  body: null,
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        version: z.int(),
        name: z.string(),
        note: z.string(),
        expected: z.string().nullable(),
        is_in_force: z.boolean(),
        effective_from: DayText,
        withdrawn: z.strictObject({ on: DayText, by: z.string().nullable(), reason: z.string() }).nullable(),
        published_at: Instant,
        owner: z.string().nullable(),
        next_review_on: DayText.nullable(),
        model: z.unknown(),
      }),
    ),
  }),
} satisfies Operation;

export const postModel = {
  id: "postModel",
  tag: "Models",
  method: "POST",
  path: "/models",
  permission: "model:draft",
  summary: "Begin a draft of the model",
  description:
    "It scores nobody: look at its effect at `address`, then publish it there or by POST /models/{draft}:publish.",
  query: z.strictObject({}),
  body: z.strictObject({ model: Model }),
  example: { model: DEFAULT_MODEL },
  answer: z.strictObject({ draft: z.int(), revision: z.int(), address: z.string() }),
} satisfies Operation;

export const publishDraft = {
  id: "publishDraft",
  tag: "Models",
  method: "POST",
  path: "/models/{draft}:publish",
  permission: "model:publish",
  summary: "Publish a draft as the next version of the model",
  description:
    "From today unless `effective_from` says later; then everybody is scored anew by the worker. A version never changes afterwards.",
  query: z.strictObject({}),
  body: z.strictObject({
    revision: z.int().min(0).meta({ description: "The revision that was looked at: a later one is refused." }),
    note: z.string().trim().min(1).max(2000).meta({ description: "What changes, and why." }),
    effective_from: DayText.optional(),
    next_review_on: DayText.optional(),
  }),
  answer: z.strictObject({ version: z.int() }),
} satisfies Operation;
