import { z } from "zod";
import type { Operation } from "@/lib/server/operation";
import { DayText, Standing, ToneWord } from "./shapes";

const owner = z
  .string()
  .regex(/^(all|none|\d{1,9}|[^@\s]+@[^@\s]+)$/, "must be all, none, a person's number or e-mail")
  .optional()
  .meta({ description: "The CSM or AM: a person's number or e-mail; none: accounts without." });
const segment = z.string().min(1).max(200).optional().meta({ description: "The segment's name, exactly." });
const amount = {
  accounts: z.int(),
  arr_cents: z.int(),
  without_rate: z.int().meta({ description: "Accounts whose ARR has no exchange rate: they are not in the sum." }),
};
const Month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .meta({ description: "YYYY-MM" });
const place = z.enum(["none", "red", "yellow", "green", "out", "elsewhere"]);

export const getDistribution = {
  id: "getDistribution",
  tag: "Portfolio",
  method: "GET",
  path: "/portfolio/distribution",
  permission: "portfolio:read",
  summary: "Accounts and ARR by band",
  description:
    "`asof` takes the last scored day within a week before. `day` says which day it is; null where there is none.",
  query: z.strictObject({ owner, segment, asof: DayText.optional() }),
  body: null,
  answer: z.strictObject({
    asked: DayText,
    day: DayText.nullable(),
    standing: Standing,
    currency: z.string(),
    bands: z.array(z.strictObject({ band: ToneWord, ...amount })),
    total: z.strictObject(amount),
  }),
} satisfies Operation;

export const getMigration = {
  id: "getMigration",
  tag: "Portfolio",
  method: "GET",
  path: "/portfolio/migration",
  permission: "portfolio:read",
  summary: "How accounts moved between bands from one day to another",
  description:
    "Between the last scored days on or before both dates. `out`: not in the book; `elsewhere`: under another owner or segment. `rescored`: another model version scored them at the end. The rows of a start band sum to its accounts on the first day, those of an end band to the second day's.",
  query: z
    .strictObject({ owner, segment, from: DayText, to: DayText })
    .refine(({ from, to }) => from < to, { error: "is not before to", path: ["from"] }),
  body: null,
  answer: z.strictObject({
    from: DayText.nullable(),
    to: DayText.nullable(),
    standing: Standing,
    currency: z.string(),
    moves: z.array(
      z.strictObject({
        from: place,
        to: place,
        rescored: z.boolean(),
        accounts: z.int(),
        from_arr_cents: z.int(),
        to_arr_cents: z.int(),
        from_without_rate: z.int(),
        to_without_rate: z.int(),
      }),
    ),
  }),
} satisfies Operation;

export const getRenewals = {
  id: "getRenewals",
  tag: "Portfolio",
  method: "GET",
  path: "/portfolio/renewals",
  permission: "portfolio:read",
  summary: "Accounts and ARR by the month of their decide-by date and band",
  description:
    "Of the current run, from this month on: twelve months, the first of which holds what has passed in it too. Rows without an account are left out.",
  query: z.strictObject({ owner, segment }),
  body: null,
  answer: z.strictObject({
    from: DayText,
    to: DayText,
    standing: Standing,
    currency: z.string(),
    months: z.array(z.strictObject({ month: Month, band: ToneWord, ...amount })),
    total: z.strictObject(amount),
  }),
} satisfies Operation;
