import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { cents, day, id, now } from "./columns";
import { people } from "./people";

/** A customer company. `externalId` is the source's key; `slug` names it in URLs. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    externalId: text("external_id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    domain: text("domain"),
    industry: text("industry"),
    region: text("region"),
    source: text("source"),
    crmUrl: text("crm_url"),
    parentId: integer("parent_id").references((): AnyPgColumn => accounts.id),
    customerSince: day("customer_since"),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    uniqueIndex("accounts_external_id").on(table.externalId),
    uniqueIndex("accounts_slug").on(table.slug),
    index("accounts_name_trgm").using("gin", sql`${table.name} gin_trgm_ops`),
  ],
);

/** Who owns an account from a day on. */
export const accountOwners = pgTable(
  "account_owners",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    validFrom: day("valid_from").notNull(),
    csmId: integer("csm_id").references(() => people.id),
    amId: integer("am_id").references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.validFrom] }),
    index("account_owners_csm").on(table.csmId),
    index("account_owners_am").on(table.amId),
  ],
);

/** Segment, lifecycle stage and free attributes of an account from a day on. */
export const accountAttributes = pgTable(
  "account_attributes",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    validFrom: day("valid_from").notNull(),
    segment: text("segment"),
    lifecycleStage: text("lifecycle_stage"),
    attributes: jsonb("attributes").$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.validFrom] })],
);

export const contracts = pgTable(
  "contracts",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    externalId: text("external_id").notNull(),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on"),
    arrCents: cents("arr_cents").notNull(),
    currency: text("currency").notNull(),
    seats: integer("seats"),
    autoRenew: boolean("auto_renew").notNull().default(false),
    noticeDays: integer("notice_days").notNull().default(0),
    recordedAt: now("recorded_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.externalId] })],
);

/** What a customer decided at the end of a contract, when, and why. */
export const outcomes = pgTable(
  "outcomes",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    externalId: text("external_id").notNull(),
    kind: text("kind", { enum: ["renewed", "expanded", "downsold", "churned"] }).notNull(),
    decidedOn: day("decided_on").notNull(),
    effectiveOn: day("effective_on").notNull(),
    arrBeforeCents: cents("arr_before_cents"),
    arrAfterCents: cents("arr_after_cents"),
    currency: text("currency"),
    cause: text("cause"),
    avoidable: boolean("avoidable"),
    note: text("note"),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.externalId] }),
    index("outcomes_decided").on(table.decidedOn),
  ],
);
