import { z } from "zod";
import { Answers } from "@/lib/core/scorecard/answers";
import { Period } from "@/lib/core/scorecard/period";
import type { Operation } from "@/lib/server/operation";
import { DayText } from "./shapes";

const none = z.strictObject({});
const Reason = z.string().trim().min(1).max(500);
/** The answers with their reasons: one for all, or one a question. */
const Said = Answers.extend({
  reason: Reason.optional().meta({ description: "The reason of every question that has none of its own." }),
  reasons: z
    .strictObject({ champion: Reason, executive: Reason, outcome: Reason })
    .partial()
    .optional()
    .meta({ description: "A reason a question." }),
});
export type Said = z.output<typeof Said>;

const Card = z.strictObject({
  account_id: z.string(),
  period: Period,
  version: z.int(),
  champion: z.string(),
  executive: z.string(),
  outcome: z.string(),
  reasons: z.strictObject({
    champion: z.string().nullable(),
    executive: z.string().nullable(),
    outcome: z.string().nullable(),
  }),
  submitted_on: DayText,
  submitted_by: z.string().nullable().meta({ description: "The person; null where a program sent the card." }),
  recorded_as: z.string(),
});

export const getScorecard = {
  id: "getScorecard",
  tag: "Scorecards",
  method: "GET",
  path: "/accounts/{id}/scorecards/{period}",
  permission: "account:read",
  summary: "The scorecard of an account for a month",
  description: "The latest version; its number is the ETag. 404 where there is none.",
  query: none,
  body: null,
  answer: Card,
  hasETag: true,
} satisfies Operation;

export const putScorecard = {
  id: "putScorecard",
  tag: "Scorecards",
  method: "PUT",
  path: "/accounts/{id}/scorecards/{period}",
  permission: "scorecard:submit",
  summary: "Give or correct the scorecard of a month",
  description:
    'The rules of the screens hold: the month is open, and an answer that changed, a best answer given for the first time and a card that diverges need a reason. If-Match with the version\'s ETag (`"0"`, or If-None-Match: *, where there must be none) answers 412 with both versions when somebody was faster. Recorded as sent by this key.',
  query: none,
  body: Said,
  answer: Card,
  hasETag: true,
  example: {
    champion: "active",
    executive: "lapsed",
    outcome: "in_development",
    reason: "Ana Ruiz leads the rollout, met 2026-11-12",
  },
} satisfies Operation;

/** One card of a batch. */
export const CardRow = Said.extend({
  account_id: z.string().trim().min(1),
  period: Period,
  version: z.int().min(0).optional(),
});

export const batchScorecards = {
  id: "batchScorecards",
  tag: "Scorecards",
  method: "POST",
  path: "/scorecards:batch",
  permission: "scorecard:submit",
  summary: "Give up to 500 scorecards",
  description:
    "Each row is judged like a single card; those that lack something are named in `errors`, the others go in. `version` is the version that the row corrects. Cards of closed months come in by file.",
  query: none,
  body: z.strictObject({ rows: z.array(z.record(z.string(), z.unknown())).min(1).max(500, "takes at most 500 rows") }),
  answer: z.strictObject({
    rows: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    errors: z.array(z.strictObject({ index: z.int(), field: z.string(), detail: z.string() })),
  }),
  example: {
    rows: [
      {
        account_id: "a-1",
        period: "2026-11",
        champion: "active",
        executive: "n/a",
        outcome: "defensible",
        reason: "Met Ana on the 12th",
      },
    ],
  },
} satisfies Operation;
