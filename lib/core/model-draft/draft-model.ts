import { z } from "zod";
import { TONES } from "@/lib/core/health/bands";
import type { Model } from "@/lib/core/health/model";

const Key = z.string().max(200);
const Name = z.string().max(200).optional();

const Scoring = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("linear"), worst: z.number(), best: z.number() }),
  z.strictObject({ type: z.literal("curve"), points: z.array(z.tuple([z.number(), z.number()])).max(100) }),
  z.strictObject({
    type: z.literal("steps"),
    steps: z.array(z.strictObject({ from: z.number(), points: z.number() })).max(100),
    max: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal("levels"),
    levels: z.record(z.string().max(100), z.number()),
    max: z.number().optional(),
  }),
]);

const Condition = z.strictObject({
  measure: Key,
  level: z.string().max(100).optional(),
  below: z.number().optional(),
  above: z.number().optional(),
  atMost: z.number().optional(),
  atLeast: z.number().optional(),
});

const Measure = z.strictObject({
  key: Key,
  weight: z.number(),
  scoring: Scoring,
  missing: z.enum(["exclude", "neutral", "worst"]).default("exclude"),
  name: Name,
  window: z.number().optional(),
  freshness: z.number().optional(),
  conditions: z
    .array(z.strictObject({ level: z.string().max(100), when: z.array(Condition).max(20) }))
    .max(50)
    .optional(),
  calendar: z.boolean().optional(),
});

const Band = z.strictObject({
  key: z.string().max(60),
  from: z.number(),
  tone: z.enum(TONES),
  name: Name,
  playbook: z.string().max(60).optional(),
  ownerRole: z.string().max(60).optional(),
  firstDeadlineDays: z.number().optional(),
});

const Guardrail = z.strictObject({
  when: z.array(Condition).max(20),
  healthAtMost: z.string().optional(),
  healthAtLeast: z.string().optional(),
  name: Name,
});

const Definition = z.strictObject({
  measures: z.array(Measure).max(60),
  watched: z.array(Key).max(40),
  bands: z.array(Band).max(12),
  coverageFloor: z.number(),
  guardrails: z.array(Guardrail).max(60),
  overlay: z.strictObject({
    policy: z.enum(["qualitative_wins", "worst_of", "blend", "advisory"]),
    weight: z.number(),
    weights: z.strictObject({ champion: z.number(), executive: z.number(), outcome: z.number() }),
    divergenceMinGap: z.number(),
  }),
});

const Text = z.string().max(300);
const Answers = z.strictObject({
  champion: z.strictObject({ active: Text, at_risk: Text, missing: Text }).partial().optional(),
  executive: z.strictObject({ active: Text, lapsed: Text, none: Text, "n/a": Text }).partial().optional(),
  outcome: z.strictObject({ defensible: Text, in_development: Text, missing: Text }).partial().optional(),
});

/** A model that is being edited: everything stands where it does in a model, but weights, cut-offs and functions may still be
 * wrong. What is wrong with it, refusalsOf says; only what a Model accepts is published. */
export const DraftModel: z.ZodType<Model, unknown> = z.strictObject({
  name: z.string().max(120),
  answers: Answers.optional(),
  definitions: z.strictObject({
    default: Definition,
    onboarding: Definition.optional(),
    segments: z.record(z.string().min(1).max(200), Definition).optional(),
  }),
});
