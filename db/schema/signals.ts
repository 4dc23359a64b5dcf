import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { cents, day, instant, now } from "./columns";

const account = () =>
  integer("account_id")
    .notNull()
    .references(() => accounts.id);
const externalId = () => text("external_id").notNull();

export const usageDays = pgTable(
  "usage_days",
  {
    accountId: account(),
    day: day("day").notNull(),
    activeUsers: integer("active_users"),
    activeUsers28d: integer("active_users_28d"),
    logins: integer("logins"),
    featuresUsed: integer("features_used"),
    events: bigint("events", { mode: "number" }),
    sessionMinutes: bigint("session_minutes", { mode: "number" }),
    /** Days of the figure that this row is an even part of: 7 where it came by week, 28–31 by month. */
    spreadDays: smallint("spread_days").notNull().default(1),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.day] }),
    index("usage_days_day").using("brin", table.day).with({ pages_per_range: 4 }),
  ],
);

export const featureUsage = pgTable(
  "feature_usage",
  {
    accountId: account(),
    feature: text("feature").notNull(),
    day: day("day").notNull(),
    module: text("module"),
    users: integer("users"),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.feature, table.day] }),
    index("feature_usage_day").using("brin", table.day).with({ pages_per_range: 4 }),
  ],
);

export const entitlements = pgTable(
  "entitlements",
  {
    accountId: account(),
    module: text("module").notNull(),
    fromOn: day("from_on").notNull(),
    toOn: day("to_on"),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.module, table.fromOn] })],
);

export const tickets = pgTable(
  "tickets",
  {
    accountId: account(),
    externalId: externalId(),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    severity: text("severity", { enum: ["critical", "high", "normal", "low"] }).notNull(),
    escalated: boolean("escalated").notNull().default(false),
    csat: smallint("csat"),
    sentiment: doublePrecision("sentiment"),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.externalId] }),
    index("tickets_opened").using("brin", table.openedAt).with({ pages_per_range: 4 }),
  ],
);

export const touchpoints = pgTable(
  "touchpoints",
  {
    accountId: account(),
    externalId: externalId(),
    at: instant("at").notNull(),
    kind: text("kind", { enum: ["qbr", "check_in", "training", "call", "email", "program"] }).notNull(),
    twoWay: boolean("two_way").notNull().default(false),
    attended: boolean("attended"),
    responseHours: doublePrecision("response_hours"),
    withExecutive: boolean("with_executive").notNull().default(false),
    alignment: text("alignment", { enum: ["aligned", "drifting", "misaligned"] }),
    contactExternalId: text("contact_external_id"),
    summary: text("summary"),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.externalId] }),
    index("touchpoints_at").on(table.accountId, table.at),
    index("touchpoints_moment").using("brin", table.at).with({ pages_per_range: 4 }),
  ],
);

export const invoices = pgTable(
  "invoices",
  {
    accountId: account(),
    externalId: externalId(),
    issuedOn: day("issued_on").notNull(),
    dueOn: day("due_on").notNull(),
    paidOn: day("paid_on"),
    amountCents: cents("amount_cents").notNull(),
    currency: text("currency").notNull(),
    disputed: boolean("disputed").notNull().default(false),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.externalId] })],
);

export const contacts = pgTable(
  "contacts",
  {
    accountId: account(),
    externalId: externalId(),
    name: text("name").notNull(),
    role: text("role", {
      enum: ["champion", "sponsor", "economic_buyer", "power_user", "user", "detractor"],
    }).notNull(),
    title: text("title"),
    department: text("department"),
    activeFrom: day("active_from").notNull(),
    activeTo: day("active_to"),
    referenceable: boolean("referenceable").notNull().default(false),
    lastAskedOn: day("last_asked_on"),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.externalId] })],
);

export const surveys = pgTable(
  "surveys",
  {
    accountId: account(),
    externalId: externalId(),
    at: instant("at").notNull(),
    kind: text("kind", { enum: ["nps", "csat", "ces"] }).notNull(),
    score: doublePrecision("score").notNull(),
    contactRole: text("contact_role"),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.externalId] })],
);

export const milestones = pgTable(
  "milestones",
  {
    accountId: account(),
    externalId: externalId(),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["onboarding", "outcome"] }).notNull(),
    targetOn: day("target_on").notNull(),
    achievedOn: day("achieved_on"),
    sharedInternally: boolean("shared_internally").notNull().default(false),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.externalId] })],
);

export const events = pgTable(
  "events",
  {
    accountId: account(),
    externalId: externalId(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    sign: smallint("sign").notNull().default(0),
    note: text("note"),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.externalId] })],
);

export const metrics = pgTable(
  "metrics",
  {
    accountId: account(),
    key: text("key").notNull(),
    day: day("day").notNull(),
    value: doublePrecision("value").notNull(),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.key, table.day] }), index("metrics_key").on(table.key)],
);
