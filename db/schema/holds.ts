import { bigint, doublePrecision, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { day } from "./columns";

/** What a feed delivered about a day, and how many days it lagged behind that day's first run: what is usual is learnt from it. */
export const feedDays = pgTable(
  "feed_days",
  {
    feed: text("feed").notNull(),
    day: day("day").notNull(),
    rows: integer("rows").notNull().default(0),
    volume: bigint("volume", { mode: "number" }),
    lag: integer("lag"),
  },
  (table) => [primaryKey({ columns: [table.feed, table.day] })],
);

/** How an account stands for clocks, playbooks and notices on a day on which a hold keeps out part of what was computed.
 * Tone 0 is insufficient data; `band` an index into its definition's bands. Stays: such a day never counts as computed. */
export const heldDays = pgTable(
  "held_days",
  {
    day: day("day").notNull(),
    accountId: integer("account_id").notNull(),
    score: doublePrecision("score"),
    health: doublePrecision("health"),
    tone: smallint("tone").notNull(),
    scoreTone: smallint("score_tone").notNull(),
    scoreBand: smallint("score_band"),
    band: smallint("band"),
    bandKey: text("band_key"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.day] })],
);
