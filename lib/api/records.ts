import { z } from "zod";
import type { Operation } from "@/lib/server/operation";
import { CursorText, DayRange, DayText, Flag, Instant, Limit, Money, NextCursor } from "./shapes";

const paging = { limit: Limit, cursor: CursorText.optional() };
const account = z.string().min(1).max(500).optional().meta({ description: "An account's id or slug." });

export const listRuns = {
  id: "listRuns",
  tag: "Runs",
  method: "GET",
  path: "/runs",
  permission: "portfolio:read",
  summary: "Published computations of all accounts, newest first",
  query: z.strictObject(paging),
  body: null,
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.int(),
        as_of: DayText,
        model_version: z.int(),
        is_current: z.boolean(),
        revision: z.int(),
        accounts: z.int(),
        started_at: Instant,
        published_at: Instant.nullable(),
      }),
    ),
    next_cursor: NextCursor,
  }),
} satisfies Operation;

export const listDivergences = {
  id: "listDivergences",
  tag: "Runs",
  method: "GET",
  path: "/divergences",
  permission: "portfolio:read",
  summary: "Disagreements between score and scorecard, newest first",
  query: z.strictObject({
    state: z.enum(["open", "settled", "closed"]).optional().meta({ description: "open: nobody has settled it." }),
    sign: z.enum(["hidden_risk", "false_alarm"]).optional(),
    severe: Flag.optional(),
    account,
    opened: DayRange.optional().meta({ description: "When: 2026-08-31..2026-11-30, either end open." }),
    ...paging,
  }),
  body: null,
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.int(),
        account_id: z.string(),
        state: z.enum(["open", "settled", "closed"]),
        sign: z.enum(["hidden_risk", "false_alarm"]),
        gap: z.number(),
        tones: z.int(),
        severe: z.boolean(),
        opened_on: DayText,
        due_on: DayText,
        owner_email: z.string().nullable(),
        owner_role: z.string(),
        settled_on: DayText.nullable(),
        settled_by_email: z.string().nullable(),
        resolution: z.string().nullable(),
        note: z.string().nullable(),
        closed_on: DayText.nullable(),
        who_was_right: z.string().nullable(),
      }),
    ),
    next_cursor: NextCursor,
  }),
} satisfies Operation;

export const listOutcomes = {
  id: "listOutcomes",
  tag: "Runs",
  method: "GET",
  path: "/outcomes",
  permission: "portfolio:read",
  summary: "What customers decided, newest first",
  query: z.strictObject({
    kind: z.enum(["renewed", "expanded", "downsold", "churned"]).optional(),
    decided: DayRange.optional().meta({ description: "When: 2026-08-31..2026-11-30, either end open." }),
    account,
    ...paging,
  }),
  body: null,
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        account_id: z.string(),
        id: z.string(),
        kind: z.enum(["renewed", "expanded", "downsold", "churned"]),
        decided_on: DayText,
        effective_on: DayText,
        before: Money.nullable(),
        after: Money.nullable(),
        cause: z.string().nullable(),
        avoidable: z.boolean().nullable(),
        note: z.string().nullable(),
      }),
    ),
    next_cursor: NextCursor,
  }),
} satisfies Operation;
