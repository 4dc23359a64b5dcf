import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { day, now } from "./columns";
import { people } from "./people";

/** The one row of the installation's settings. `todayFixed` holds "today" for data that ends in the past. */
export const settings = pgTable(
  "settings",
  {
    id: integer("id").primaryKey().default(1),
    name: text("name").notNull().default("Bellwether"),
    currency: text("currency").notNull().default("USD"),
    timeZone: text("time_zone").notNull().default("UTC"),
    fiscalStartMonth: integer("fiscal_start_month").notNull().default(1),
    todayFixed: day("today_fixed"),
    goLiveOn: day("go_live_on"),
    visibility: text("visibility", { enum: ["all", "own"] })
      .notNull()
      .default("all"),
    scorecardOwner: text("scorecard_owner", { enum: ["am", "csm"] })
      .notNull()
      .default("am"),
    scorecardDueDay: integer("scorecard_due_day").notNull().default(31),
    hideMeasured: boolean("hide_measured").notNull().default(true),
    /** Green, stable accounts that decide in more than 180 days answer once a quarter. */
    quarterlyGreens: boolean("quarterly_greens").notNull().default(false),
    /** Segments without scorecards: their health is the measured score alone. */
    exemptSegments: text("exempt_segments").array().notNull().default([]),
    /** Who answers for plans whose cause is a product issue. */
    productOwnerId: integer("product_owner_id").references((): AnyPgColumn => people.id),
    /** The figures of the ranking formula (lib/core/portfolio/triage.ts); null is the one shipped. */
    priority: jsonb("priority").$type<unknown>(),
    /** Renewal rates by tone (red, yellow, green; 0–1) typed by finance, used before health is calibrated. */
    forecastRates: jsonb("forecast_rates").$type<{ red: number; yellow: number; green: number }>(),
    /** Low-touch plays that hold out a random half (lib/core/playbook/hold-out.ts). */
    heldOutPlays: text("held_out_plays").array().notNull().default([]),
    isDemo: boolean("is_demo").notNull().default(false),
  },
  (table) => [check("settings_one_row", sql`${table.id} = 1`)],
);

/** What one unit of a currency is worth in the workspace currency, from a day on. */
export const exchangeRates = pgTable(
  "exchange_rates",
  { currency: text("currency").notNull(), day: day("day").notNull(), rate: doublePrecision("rate").notNull() },
  (table) => [primaryKey({ columns: [table.currency, table.day] })],
);

/** What each signal table has delivered: days covered, and when it last came. */
export const feeds = pgTable("feeds", {
  feed: text("feed").primaryKey(),
  firstDay: day("first_day").notNull(),
  lastDay: day("last_day").notNull(),
  deliveredAt: now("delivered_at"),
  rows: integer("rows").notNull().default(0),
});

/** Days about which a feed's rows or deliveries told, and up to which day those tell: how fresh it was at any day. */
export const toldDays = pgTable(
  "told_days",
  { feed: text("feed").notNull(), day: day("day").notNull(), through: day("through").notNull() },
  (table) => [primaryKey({ columns: [table.feed, table.day] })],
);
