import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { day, id, instant, now } from "./columns";

/** Where signals come from by themselves: a customer's Postgres on a schedule, Segment clients, Stripe, programs with a key.
 * `secret` is sealed (lib/server/seal.ts). `promisedHours`: how old its newest delivery may be. */
export const sources = pgTable("sources", {
  id: id(),
  name: text("name").notNull().unique(),
  kind: text("kind", { enum: ["postgres", "segment", "stripe", "api"] }).notNull(),
  secret: text("secret"),
  /** Of a postgres source: `{tables: {usage_days: {query, cursor: "updated_at" | null}, …}}`. */
  config: jsonb("config").$type<unknown>().notNull().default({}),
  everyMinutes: integer("every_minutes"),
  promisedHours: integer("promised_hours").notNull().default(26),
  enabled: boolean("enabled").notNull().default(true),
  /** The newest cursor value read, by table. */
  cursors: jsonb("cursors").$type<Record<string, string>>().notNull().default({}),
  nextRunAt: instant("next_run_at"),
  createdBy: text("created_by").notNull(),
  createdAt: now("created_at"),
});

/** The log of deliveries: one row a source, table and run. */
export const sourceRuns = pgTable(
  "source_runs",
  {
    id: id(),
    sourceId: integer("source_id").notNull(),
    table: text("table_name").notNull(),
    startedAt: now("started_at"),
    finishedAt: instant("finished_at"),
    status: text("status", { enum: ["running", "ok", "failed"] }).notNull(),
    accepted: integer("accepted").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    waiting: integer("waiting").notNull().default(0),
    message: text("message"),
  },
  (table) => [index("source_runs_source").on(table.sourceId, table.id)],
);

/** Ids of messages taken lately (Segment's messageId, Stripe's event id), so that a repeated one counts once. */
export const takenMessages = pgTable(
  "taken_messages",
  { sender: text("sender").notNull(), messageId: text("message_id").notNull(), takenAt: now("taken_at") },
  (table) => [primaryKey({ columns: [table.sender, table.messageId] }), index("taken_messages_at").on(table.takenAt)],
);

/** Which users and features of an account were seen on a day: what distinct counts are made of; kept 35 days. */
export const userDays = pgTable(
  "user_days",
  {
    accountKey: text("account_key").notNull(),
    day: day("day").notNull(),
    userId: text("user_id").notNull(),
    feature: text("feature").notNull(),
    events: integer("events").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountKey, table.day, table.userId, table.feature] }),
    index("user_days_day").on(table.day),
  ],
);

/** The account that a user was last grouped into. */
export const userGroups = pgTable("user_groups", {
  userId: text("user_id").primaryKey(),
  accountKey: text("account_key").notNull(),
  at: now("at"),
});

/** Answers to POSTs that carried an Idempotency-Key; kept a day. `status` null: still in flight. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    keyId: integer("key_id").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status"),
    answer: jsonb("answer").$type<unknown>(),
    createdAt: now("created_at"),
  },
  (table) => [
    primaryKey({ columns: [table.keyId, table.idempotencyKey] }),
    index("idempotency_keys_at").on(table.createdAt),
  ],
);

/** Requests of an API key in a minute. */
export const requestCounts = pgTable(
  "request_counts",
  { keyId: integer("key_id").notNull(), minute: instant("minute").notNull(), requests: integer("requests").notNull() },
  (table) => [primaryKey({ columns: [table.keyId, table.minute] })],
);
