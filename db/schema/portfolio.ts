import { date, doublePrecision, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { cents } from "./columns";

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
