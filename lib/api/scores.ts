import { z } from "zod";
import { ScoreRequest } from "@/lib/core/health/score-request";
import type { Operation } from "@/lib/server/operation";
import { CursorText, DayText, Limit, NextCursor, Standing, ToneWord } from "./shapes";

const none = z.strictObject({});
const number = z.number().nullable();
const reading = z.union([z.number(), z.string(), z.null()]);

const Contribution = z.strictObject({
  key: z.string(),
  reading,
  points: number,
  weight: z.number(),
  share: z.number(),
  contribution: z.number(),
});
const Divergence = z
  .strictObject({
    sign: z.enum(["hidden_risk", "false_alarm"]),
    gap: z.number(),
    tones: z.int(),
    severe: z.boolean(),
  })
  .nullable();

/** The fixed shape of a score: what POST /score answers, and part of what an account's score does. */
const ScoreAnswer = z.strictObject({
  score: number,
  exact: number,
  raw: number,
  band: z.string().nullable(),
  coverage: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  contributions: z.array(Contribution),
  qualitative: z.strictObject({ score: z.number(), tone: z.string() }).nullable(),
  health: z.strictObject({ score: number, band: z.string().nullable() }),
  steps: z.array(z.string()),
  divergence: Divergence,
});

export const scoreOnce = {
  id: "score",
  tag: "Scores",
  method: "POST",
  path: "/score",
  permission: "model:read",
  summary: "Score one set of readings with a given model; nothing is stored",
  description:
    "`raw` is the sum before it is held to 0–100; contributions are unrounded and sum to it. The model is the request's own, checked against no outcome: the header `bellwether-standing` says so.",
  query: none,
  body: ScoreRequest,
  answer: ScoreAnswer,
  example: {
    model: {
      measures: [
        { key: "usage", weight: 60, scoring: { type: "linear", worst: 30, best: 85 } },
        {
          key: "csat",
          weight: 40,
          scoring: {
            type: "steps",
            steps: [
              { from: 0, points: 0 },
              { from: 4, points: 100 },
            ],
          },
        },
      ],
    },
    readings: { usage: 70, csat: null },
  },
} satisfies Operation;

export const getScore = {
  id: "getScore",
  tag: "Scores",
  method: "GET",
  path: "/accounts/{id}/score",
  permission: "account:read",
  summary: "The score of an account on a date, with all that it is made of",
  description:
    "`basis` says whether this is what people saw on the day (as_published) or what is now known about it (replayed). 404 where the account was not in the book on the day.",
  query: z.strictObject({
    asof: DayText.optional().meta({ description: "The date; today where left out." }),
    version: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, "must be a version's number")
      .transform(Number)
      .optional()
      .meta({ description: "Another version of the model." }),
  }),
  body: null,
  answer: ScoreAnswer.extend({
    account_id: z.string(),
    as_of: DayText,
    basis: z.enum(["as_published", "replayed"]),
    standing: Standing,
    run_id: z.int().nullable(),
    model_version: z.int(),
    definition: z
      .string()
      .meta({ description: "Which definition of the model applies: default, onboarding or a segment's." }),
    scorecard: z
      .strictObject({
        period: z.string(),
        submitted_on: DayText,
        standing: z.enum(["in_force", "expired"]),
        champion: z.string(),
        executive: z.string(),
        outcome: z.string(),
      })
      .nullable(),
  }),
} satisfies Operation;

export const listSnapshots = {
  id: "listSnapshots",
  tag: "Scores",
  method: "GET",
  path: "/accounts/{id}/snapshots",
  permission: "account:read",
  summary: "Score and health of an account over time",
  description:
    "Earliest first: weekly at first, daily lately. The last 24 months unless `from` and `to` say otherwise.",
  query: z.strictObject({
    from: DayText.optional(),
    to: DayText.optional(),
    limit: Limit,
    cursor: CursorText.optional(),
  }),
  body: null,
  answer: z.strictObject({
    account_id: z.string(),
    standing: Standing,
    rows: z.array(
      z.strictObject({
        day: DayText,
        basis: z.enum(["as_published", "replayed"]),
        score: number,
        health: number,
        qualitative: number,
        coverage: z.number(),
        band: ToneWord,
        measured: ToneWord,
        people: ToneWord,
        model_version: z.int(),
      }),
    ),
    next_cursor: NextCursor,
  }),
} satisfies Operation;
