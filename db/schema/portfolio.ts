import { date, doublePrecision, index, integer, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { cents, day, id, now } from "./columns";
import { people } from "./people";

/** What each measure gave the accounts of a slice on the day of the current run, so that no heatmap reads accounts: the sum of
 * its points (0–100) over the accounts that have it. Replaced whole by each run. dimension "all" has value "". */
export const portfolioMeasures = pgTable(
  "portfolio_measures",
  {
    dimension: text("dimension", { enum: ["all", "segment", "csm", "am"] }).notNull(),
    value: text("value").notNull(),
    measure: text("measure").notNull(),
    accounts: integer("accounts").notNull(),
    points: doublePrecision("points").notNull(),
  },
  (table) => [primaryKey({ columns: [table.dimension, table.value, table.measure] })],
);

/** Accounts and ARR of the current run by the month of their decide-by date (its first day) and tone. Replaced whole by each run. */
export const portfolioRenewals = pgTable(
  "portfolio_renewals",
  {
    dimension: text("dimension", { enum: ["all", "segment", "csm", "am"] }).notNull(),
    value: text("value").notNull(),
    month: date("month", { mode: "string" }).notNull(),
    tone: smallint("tone").notNull(),
    accounts: integer("accounts").notNull(),
    arrCents: cents("arr_cents").notNull(),
    withoutRate: integer("without_rate").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.dimension, table.value, table.month, table.tone] })],
);

/** Accounts and ARR of the current run by what a tile of the portfolio counts: at_risk is red or measured better than people
 * say, near_not_green decides within 90 days of the run's day without being green, stale_card has a scorecard that expired. Replaced whole by each run. */
export const portfolioTiles = pgTable(
  "portfolio_tiles",
  {
    dimension: text("dimension", { enum: ["all", "segment", "csm", "am"] }).notNull(),
    value: text("value").notNull(),
    tile: text("tile", { enum: ["at_risk", "near_not_green", "stale_card"] }).notNull(),
    accounts: integer("accounts").notNull(),
    arrCents: cents("arr_cents").notNull(),
    withoutRate: integer("without_rate").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.dimension, table.value, table.tile] })],
);

/** What a person says of a renewal that is to come: the latest of an account and decide-by date counts, all are kept. */
export const forecastCalls = pgTable(
  "forecast_calls",
  {
    id: id(),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    decideBy: day("decide_by").notNull(),
    call: text("call", { enum: ["commit", "best_case", "at_risk", "lost"] }).notNull(),
    note: text("note"),
    calledOn: day("called_on").notNull(),
    calledBy: integer("called_by").references(() => people.id),
    recordedAt: now("recorded_at"),
  },
  (table) => [index("forecast_calls_account").on(table.accountId, table.decideBy, table.id)],
);

/** A list that a person is sent when its members change. `query` is the list's own address. */
export const listSubscriptions = pgTable(
  "list_subscriptions",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    list: text("list").notNull(),
    query: text("query").notNull().default(""),
    /** Who was on it when it was last told. */
    members: jsonb("members").$type<number[]>().notNull().default([]),
    createdAt: now("created_at"),
  },
  (table) => [primaryKey({ columns: [table.personId, table.list, table.query] })],
);
