import { z } from "zod";
import { Answers } from "@/lib/core/scorecard/answers";
import { healthOf } from "@/lib/core/scorecard/overlay";
import { compileDefinition } from "./compile-definition";
import { Definition } from "./model";
import { apiNumber } from "./rounding";
import { encodeReadings, scoreAccount } from "./score";

/** The body of POST /api/v1/score: a model, one account's readings (null or left out: missing) and, if there is one, its
 * scorecard, which counts as in force and reviewed. Everything of the model but its measures has a default. */
export const ScoreRequest = z
  .strictObject({
    model: Definition,
    readings: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
    scorecard: Answers.nullish(),
  })
  .superRefine(({ model, readings }, ctx) => {
    if (ctx.issues.length > 0) return;
    const compiled = compileDefinition(model);
    for (const [key, reading] of Object.entries(readings)) {
      try {
        encodeReadings(compiled, { [key]: reading });
      } catch (error) {
        ctx.addIssue({ code: "custom", message: (error as Error).message, path: ["readings", key] });
      }
    }
  });
export type ScoreRequest = z.output<typeof ScoreRequest>;

/** The answer of POST /api/v1/score: score, gap, interval and health to one decimal; exact, raw and contributions unrounded. */
export type ScoreResponse = {
  score: number | null;
  exact: number | null;
  raw: number | null;
  band: string | null;
  coverage: number;
  interval: [number, number] | null;
  contributions: {
    key: string;
    reading: number | string | null;
    points: number | null;
    weight: number;
    share: number;
    contribution: number;
  }[];
  qualitative: { score: number; tone: string } | null;
  health: { score: number | null; band: string | null };
  steps: string[];
  divergence: { sign: "hidden_risk" | "false_alarm"; gap: number; tones: number; severe: boolean } | null;
};

/** One set of readings scored with a given model, decomposed, overlaid and explained; nothing is stored.
 * Source: PRODUCT, data in and out. */
export function scoreRequest({ model, readings, scorecard }: ScoreRequest): ScoreResponse {
  const compiled = compileDefinition(model);
  const scored = scoreAccount(compiled, readings);
  const health = healthOf(compiled, scored, scorecard ? { answers: scorecard } : null);
  const { divergence, qualitative } = health;
  return {
    score: scored.score,
    exact: scored.exact,
    raw: scored.raw,
    band: scored.band?.key ?? null,
    coverage: scored.coverage,
    interval: scored.interval && [apiNumber(scored.interval[0]), apiNumber(scored.interval[1])],
    contributions: scored.contributions.map((part) => ({
      ...part,
      reading: typeof part.reading === "object" ? null : part.reading,
    })),
    qualitative: qualitative && { score: apiNumber(qualitative.score), tone: qualitative.tone },
    health: { score: health.score === null ? null : apiNumber(health.score), band: health.band?.key ?? null },
    steps: health.steps.map((step) => step.words),
    divergence: divergence && { ...divergence, gap: apiNumber(divergence.gap) },
  };
}
