import { z } from "zod";
import type { Operation } from "@/lib/server/operation";
import { DayText, Standing } from "./shapes";

const share = z.number();
const quarter = {
  first: DayText.meta({ description: "The quarter's first day, by the fiscal start." }),
  start: DayText.meta({ description: "The last run before it." }),
  end: DayText.meta({ description: "The last run in it." }),
  greens: z
    .int()
    .meta({ description: "Green at the start and comparable: scored by the same model at both ends, or gone." }),
  fallen: z.int().meta({ description: "Of these, no longer green: yellow, red or gone." }),
  risen: z.int(),
  apart: z.int().meta({ description: "Green at the start, but re-scored, handed over or without a score at the end." }),
};

export const getShift = {
  id: "getShift",
  tag: "Portfolio",
  method: "GET",
  path: "/portfolio/shift",
  permission: "portfolio:read",
  summary: "Whether a quarter is a structural shift, and what explains it",
  description:
    "A shift: at least 10% of the greens fell, the net loss is at least half of that, and so many are beyond chance (one-sided exact binomial, p < 0.05, against the mean rate of up to 8 earlier quarters, at least 5%). `quarter` is any of its days. `shift` is null where nothing was scored before the quarter or in it. `lift` is a slice's rate as a multiple of the book's; measures' shares sum to 1.",
  query: z.strictObject({ quarter: DayText.optional() }),
  body: null,
  answer: z.strictObject({
    standing: Standing,
    shift: z
      .strictObject({
        is_shift: z.boolean(),
        ...quarter,
        share: share.nullable(),
        usual_share: share,
        held_against: share,
        chance: share,
        earlier: z.array(z.strictObject(quarter)),
        slices: z.array(
          z.strictObject({
            terms: z.array(z.strictObject({ dimension: z.string(), value: z.string() })),
            greens: z.int(),
            fallen: z.int(),
            lift: share,
            chance: share,
            beyond_chance: z.boolean(),
          }),
        ),
        measures: z.array(
          z.strictObject({
            kind: z.string(),
            key: z.string().nullable(),
            points: z.number(),
            share,
            accounts: z.int(),
          }),
        ),
        accounts: z.array(z.string()).meta({ description: "Ids of the accounts that fell." }),
      })
      .nullable(),
  }),
} satisfies Operation;
