import { z } from "zod";
import type { Operation } from "@/lib/server/operation";
import { AccountChange, AccountDetail, AccountRow } from "./account-shapes";
import { CursorText, DayRange, DayText, Flag, Limit, NextCursor, NumberRange, Standing, TONE_WORDS } from "./shapes";

const REASONS = ["diverges", "dropped", "renews", "card", "falling", "data"] as const;
/** Places of a move by their word; out: not in the book; elsewhere: under another owner or segment. */
const PLACES = { none: 0, red: 1, yellow: 2, green: 3, out: -1, elsewhere: -2 } as const;
type Place = keyof typeof PLACES;

const listOf = (words: readonly string[]) => new RegExp(`^(${words.join("|")})(,(${words.join("|")}))*$`);
const tones = z
  .string()
  .regex(listOf(TONE_WORDS), `must be a list of ${TONE_WORDS.join(", ")}`)
  .transform((text) => text.split(",").map((word) => TONE_WORDS.indexOf(word as (typeof TONE_WORDS)[number])));

const DAYS_AHEAD = /^\.\.(\d{1,4})d$/;
const Renews = z.union([
  z
    .string()
    .regex(DAYS_AHEAD, "must be ..90d or a range of dates")
    .transform((text) => ({ withinDays: Number(DAYS_AHEAD.exec(text)?.[1]) })),
  DayRange,
]);

const place = `(${Object.keys(PLACES).join("|")})`;
const Moves = z
  .string()
  .regex(new RegExp(`^${place}\\.${place}(,${place}\\.${place})*$`), "must be moves such as green.yellow")
  .transform((text) =>
    text.split(",").map((move) => {
      const [from, to] = move.split(".") as [Place, Place];
      return [PLACES[from], PLACES[to]] as const;
    }),
  );

const SORTS = ["priority", "arr", "health", "score", "change", "decide_by", "name"] as const;
export type SortName = (typeof SORTS)[number];
const Sort = z
  .string()
  .regex(new RegExp(`^-?(${SORTS.join("|")})$`), `must be one of ${SORTS.join(", ")}, with - for descending`)
  .transform((text) => ({ by: text.replace("-", "") as SortName, descending: text.startsWith("-") }));

/** Filters that only today's run can answer. */
const NOW_ONLY = ["diverges", "risk", "reason", "renews"] as const;

export const AccountsQuery = z
  .strictObject({
    q: z.string().min(1).max(100).optional().meta({ description: "Part of the name." }),
    band: tones.optional().meta({ description: "Bands of health, such as red,yellow." }),
    measured: tones.optional().meta({ description: "Bands of the score alone, such as green." }),
    people: tones.optional().meta({ description: "Bands that the scorecard says, such as red." }),
    diverges: z
      .enum(["1", "severe"])
      .optional()
      .meta({ description: "1: score and people disagree; severe: strongly." }),
    risk: Flag.optional().meta({ description: "1: red, or measured better than people say." }),
    owner: z
      .string()
      .regex(/^(all|none|\d{1,9}|[^@\s]+@[^@\s]+)$/, "must be all, none, a person's number or e-mail")
      .optional()
      .meta({ description: "The CSM or AM: a person's number or e-mail; none: accounts without." }),
    segment: z.string().min(1).max(200).optional().meta({ description: "The segment's name, exactly." }),
    region: z.string().min(1).max(200).optional().meta({ description: "The region's name." }),
    arr: NumberRange.optional().meta({
      description: "ARR in whole units of the workspace currency, such as 50000..250000 or 50000..",
    }),
    score: NumberRange.optional().meta({ description: "Score as shown (rounded down), such as 0..49." }),
    renews: Renews.optional().meta({ description: "When the customer must decide: ..90d, or 2026-12-01..2027-02-28." }),
    reason: z
      .string()
      .regex(listOf(REASONS), `must be a list of ${REASONS.join(", ")}`)
      .transform((text) => text.split(",") as (typeof REASONS)[number][])
      .optional()
      .meta({ description: `Why an account needs somebody: ${REASONS.join(", ")}.` }),
    asof: DayText.optional().meta({ description: "As accounts stood on a past day." }),
    between: DayRange.optional().meta({
      description: "Two days between which accounts moved: 2026-08-31..2026-11-30.",
    }),
    moved: Moves.optional().meta({
      description: "Moves from band to band, such as green.yellow,red.out; needs `between`.",
    }),
    model: z
      .enum(["same", "new"])
      .optional()
      .meta({ description: "Moves under one model, or re-scored by a new one." }),
    sort: Sort.optional().meta({
      description:
        "One of priority, arr, health, score, change, decide_by, name, - for descending; else -priority, of a past day -arr. Rows without a value come last.",
    }),
    limit: Limit,
    cursor: CursorText.optional(),
  })
  .superRefine((query, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if ((query.moved || query.model) && !query.between) refuse("between", "is needed for moved and model");
    if (query.between && query.asof) refuse("asof", "cannot be given together with between");
    if (query.between && !(query.between.from && query.between.to && query.between.from < query.between.to)) {
      refuse("between", "needs an earlier and a later day");
    }
    if (!query.asof && !query.between) return;
    for (const name of NOW_ONLY) if (query[name] !== undefined) refuse(name, "is known of today only");
    if (query.sort && ["priority", "change", "decide_by"].includes(query.sort.by)) {
      refuse("sort", `${query.sort.by} is known of today only`);
    }
  });
export type AccountsQuery = z.output<typeof AccountsQuery>;

const none = z.strictObject({});

export const listAccounts = {
  id: "listAccounts",
  tag: "Accounts",
  method: "GET",
  path: "/accounts",
  permission: "account:read",
  summary: "Accounts with their health, filtered as on the screens",
  description:
    "Takes the filters of the screens' addresses. Without `asof` or `between`, the current run; with `asof`, the bands, owners and ARR of that day; with `between` (and `moved`), the accounts that moved.",
  query: AccountsQuery,
  body: null,
  answer: z.strictObject({
    as_of: DayText.nullable(),
    standing: Standing,
    rows: z.array(AccountRow),
    next_cursor: NextCursor,
  }),
} satisfies Operation;

export const getAccount = {
  id: "getAccount",
  tag: "Accounts",
  method: "GET",
  path: "/accounts/{id}",
  permission: "account:read",
  summary: "One account",
  description: "`id` is the account's id in its source, or its slug. The ETag is that of what PATCH can change.",
  query: none,
  body: null,
  answer: AccountDetail,
  hasETag: true,
} satisfies Operation;

export const patchAccount = {
  id: "patchAccount",
  tag: "Accounts",
  method: "PATCH",
  path: "/accounts/{id}",
  permission: "import:run",
  summary: "Change an account",
  description:
    "Fields left out stay as they are; null empties; `attributes` are merged key by key, null removes one. Owners need a key with the scope admin. With If-Match, a change on an account that was changed meanwhile answers 412 with the account as it is (`current`) and as you sent it (`sent`). Health follows with the next update of accounts.",
  query: none,
  body: AccountChange,
  answer: AccountDetail,
  hasETag: true,
  example: { segment: "Enterprise", attributes: { plan: "gold" } },
} satisfies Operation;
