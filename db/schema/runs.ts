import {
  boolean,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { cents, day, id, instant, now } from "./columns";
import { modelVersions } from "./models";

/** One computation of all accounts for one date and model version. Only published runs are ever read.
 * `definitions` names the definition that run_scores.definition points into ("default", "onboarding", segments). */
export const runs = pgTable(
  "runs",
  {
    id: id(),
    asOf: day("as_of").notNull(),
    modelVersion: integer("model_version")
      .notNull()
      .references(() => modelVersions.version),
    status: text("status", { enum: ["computing", "published", "failed"] }).notNull(),
    isCurrent: boolean("is_current").notNull().default(false),
    revision: integer("revision").notNull().default(0),
    epoch: integer("epoch").notNull(),
    definitions: text("definitions").array().notNull(),
    accounts: integer("accounts").notNull().default(0),
    /** Of its accounts' ARR; null where none has one. */
    medianArrCents: cents("median_arr_cents"),
    topQuarterArrCents: cents("top_quarter_arr_cents"),
    error: text("error"),
    startedAt: now("started_at"),
    publishedAt: instant("published_at"),
  },
  (table) => [index("runs_as_of").on(table.asOf)],
);

/** What a run found for an account. One partition a run. Readings are in the definition's measure order: NaN missing,
 * -Infinity none, levels by index. Bands are indexes into the definition's bands, null = insufficient data; tones
 * 1 red, 2 yellow, 3 green. */
export const runScores = pgTable(
  "run_scores",
  {
    runId: integer("run_id").notNull(),
    accountId: integer("account_id").notNull(),
    score: doublePrecision("score"),
    health: doublePrecision("health"),
    qualitative: real("qualitative"),
    coverage: real("coverage").notNull(),
    low: real("low").notNull(),
    high: real("high").notNull(),
    definition: smallint("definition").notNull(),
    scoreBand: smallint("score_band"),
    healthBand: smallint("health_band"),
    peopleTone: smallint("people_tone"),
    flags: smallint("flags").notNull().default(0),
    readings: doublePrecision("readings").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.accountId] })],
);

/** Score and health of an account on a day: as published where a run was, else replayed. Partitioned by month. */
export const healthDay = pgTable(
  "health_day",
  {
    accountId: integer("account_id").notNull(),
    day: day("day").notNull(),
    score: real("score"),
    health: real("health"),
    qualitative: real("qualitative"),
    coverage: real("coverage").notNull(),
    modelVersion: smallint("model_version").notNull(),
    scoreBand: smallint("score_band"),
    healthBand: smallint("health_band"),
    scoreTone: smallint("score_tone"),
    healthTone: smallint("health_tone"),
    peopleTone: smallint("people_tone"),
    replayed: boolean("replayed").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.day] })],
);

/** Bands by slice on a day, so that no chart counts accounts. dimension "all" has value "". Tone 0 = insufficient data. */
export const portfolioDay = pgTable(
  "portfolio_day",
  {
    day: day("day").notNull(),
    dimension: text("dimension", { enum: ["all", "segment", "csm", "am"] }).notNull(),
    value: text("value").notNull(),
    tone: smallint("tone").notNull(),
    band: text("band").notNull(),
    accounts: integer("accounts").notNull(),
    arrCents: cents("arr_cents").notNull(),
    withoutRate: integer("without_rate").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.day, table.dimension, table.value, table.band] })],
);

/** The current run, one row an account, with what the queue shows and sorts by. Built anew by each run and swapped. */
export const triage = pgTable(
  "triage",
  {
    accountId: integer("account_id").primaryKey(),
    runId: integer("run_id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    segment: text("segment"),
    lifecycleStage: text("lifecycle_stage"),
    csmId: integer("csm_id"),
    amId: integer("am_id"),
    arrCents: cents("arr_cents"),
    endsOn: day("ends_on"),
    decideBy: day("decide_by"),
    score: doublePrecision("score"),
    health: doublePrecision("health"),
    qualitative: doublePrecision("qualitative"),
    coverage: real("coverage").notNull(),
    /** 0 insufficient data, 1 red, 2 yellow, 3 green; the words beside them. */
    tone: smallint("tone").notNull(),
    band: text("band"),
    scoreTone: smallint("score_tone").notNull(),
    scoreBand: text("score_band"),
    peopleTone: smallint("people_tone").notNull(),
    bandSince: day("band_since"),
    /** Health now less health 30 days before; null without a band on either side. */
    delta30: doublePrecision("delta_30"),
    delta90: doublePrecision("delta_90"),
    sparkline: smallint("sparkline").array().notNull(),
    divergence: text("divergence", { enum: ["hidden_risk", "false_alarm"] }),
    divergenceGap: doublePrecision("divergence_gap"),
    divergenceSevere: boolean("divergence_severe").notNull().default(false),
    cardState: text("card_state", { enum: ["in_force", "expired", "none", "exempt"] }).notNull(),
    cardDueOn: day("card_due_on"),
    champion: text("champion"),
    executive: text("executive"),
    outcome: text("outcome"),
    lastTouchOn: day("last_touch_on"),
    priority: doublePrecision("priority").notNull(),
    /** What beside the row's own figures the priority was made of: 1 fell freshly, 2 a clock is breached, 4 a next step lies ahead. */
    priorityFlags: smallint("priority_flags").notNull().default(0),
    reason: text("reason"),
    reasonText: text("reason_text").notNull(),
    /** Every reason of the row, strongest first. */
    reasons: jsonb("reasons").$type<Array<{ key: string; text: string }>>().notNull().default([]),
    /** What overlay, guardrails and clamps did, in order. */
    steps: json("steps").$type<string[]>().notNull().default([]),
  },
  (table) => [
    index("triage_priority").on(table.priority.desc(), table.accountId),
    index("triage_health").on(table.health, table.accountId),
    index("triage_decide_by").on(table.decideBy, table.accountId),
    index("triage_delta").on(table.delta30, table.accountId),
    index("triage_band").on(table.tone, table.priority.desc(), table.accountId),
    index("triage_csm_health").on(table.csmId, table.health, table.accountId),
    index("triage_csm_priority").on(table.csmId, table.priority.desc(), table.accountId),
    index("triage_am_priority").on(table.amId, table.priority.desc(), table.accountId),
    index("triage_arr").on(table.arrCents.desc(), table.accountId),
    index("triage_name").on(table.name, table.accountId),
  ],
);

/** Accounts to rescore in the next incremental, and why. */
export const rescoreQueue = pgTable("rescore_queue", {
  accountId: integer("account_id").primaryKey(),
  reason: text("reason").notNull(),
  queuedAt: now("queued_at"),
});

/** Accounts whose past is told differently from a day on, until their replayed days from there are computed anew. */
export const replayQueue = pgTable("replay_queue", {
  accountId: integer("account_id").primaryKey(),
  fromDay: day("from_day").notNull(),
});

/** A lease with an epoch: who holds the right to publish, until when. */
export const leases = pgTable("leases", {
  name: text("name").primaryKey(),
  epoch: integer("epoch").notNull(),
  holder: text("holder").notNull(),
  expiresAt: instant("expires_at").notNull(),
});
