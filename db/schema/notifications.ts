import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { day, id, instant, now } from "./columns";
import { people } from "./people";

const person = (name: string) => integer(name).references(() => people.id);

/** What a person asked for: by kind of event, which channels, at once or gathered; keys and list settings beside it. */
export const preferences = pgTable("preferences", {
  personId: person("person_id").primaryKey(),
  /** `{band_changed: {inApp: true, email: "digest"}, …}` */
  notices: jsonb("notices").$type<unknown>().notNull().default({}),
  digest: text("digest", { enum: ["daily", "weekly", "none"] })
    .notNull()
    .default("weekly"),
  quietFrom: text("quiet_from"),
  quietUntil: text("quiet_until"),
  /** `{off: boolean, map: {"e": "d"}}` */
  keys: jsonb("keys").$type<unknown>().notNull().default({}),
  /** The SHA-256 of the secret in the address of a person's calendar feed; null where there is none. */
  icalToken: text("ical_token").unique(),
});

/** A notice in a person's inbox; one for each event and person. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    personId: person("person_id").notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    kind: text("kind").notNull(),
    accountId: integer("account_id"),
    text: text("text").notNull(),
    href: text("href").notNull(),
    createdAt: now("created_at"),
    readAt: instant("read_at"),
    /** Shown in the inbox; a notice that only goes out by e-mail is not. */
    inApp: boolean("in_app").notNull().default(true),
    /** Owed by e-mail at once or in the next digest; null where it is not, or no longer. */
    mail: text("mail", { enum: ["now", "digest"] }),
    /** When an e-mail that failed is tried again, and how often it has been. */
    mailAfter: instant("mail_after"),
    mailAttempts: integer("mail_attempts").notNull().default(0),
    /** When it left in an e-mail, alone or in a digest; set before it is handed over, so that none goes twice. */
    mailedAt: instant("mailed_at"),
  },
  (table) => [
    uniqueIndex("notifications_once").on(table.personId, table.dedupeKey),
    index("notifications_inbox").on(table.personId, table.readAt, table.id),
    index("notifications_mail").on(table.personId).where(sql`${table.mail} is not null and ${table.mailedAt} is null`),
  ],
);

/** Where events go out to: Slack-format or signed webhooks. */
export const endpoints = pgTable("endpoints", {
  id: id(),
  kind: text("kind", { enum: ["slack", "webhook"] }).notNull(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  secret: text("secret"),
  events: text("events").array().notNull(),
  enabled: boolean("enabled").notNull().default(true),
  createdBy: person("created_by"),
  createdAt: now("created_at"),
});

/** The delivery log: one row an endpoint and event, retried until delivered or given up. */
export const deliveries = pgTable(
  "deliveries",
  {
    endpointId: integer("endpoint_id").notNull(),
    outboxId: integer("outbox_id").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at"),
    deliveredAt: instant("delivered_at"),
    givenUpAt: instant("given_up_at"),
    lastStatus: integer("last_status"),
    lastError: text("last_error"),
  },
  (table) => [
    primaryKey({ columns: [table.endpointId, table.outboxId] }),
    index("deliveries_due").on(table.nextAttemptAt),
  ],
);

/** An admin's own rule: a measure on one side of a value for so many days, in a segment or everywhere. */
export const noticeRules = pgTable("notice_rules", {
  id: id(),
  name: text("name").notNull(),
  measureKey: text("measure_key").notNull(),
  condition: jsonb("condition").$type<unknown>().notNull(),
  days: integer("days").notNull().default(1),
  segment: text("segment"),
  enabled: boolean("enabled").notNull().default(true),
  /** The newest run whose readings it has looked at. */
  evaluatedRun: integer("evaluated_run"),
  createdBy: person("created_by"),
  createdAt: now("created_at"),
});

/** Accounts that a rule holds for, since when in a row, and when that was told. */
export const noticeMatches = pgTable(
  "notice_matches",
  {
    ruleId: integer("rule_id")
      .notNull()
      .references(() => noticeRules.id, { onDelete: "cascade" }),
    accountId: integer("account_id").notNull(),
    since: day("since").notNull(),
    announcedOn: day("announced_on"),
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.accountId] })],
);
