import { boolean, doublePrecision, index, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { day } from "./columns";
import { modelVersions } from "./models";

/** What a version says of an account on the day of a cut before its decision, with the readings it stands on: copied from the run
 * published then where that version counted, else replayed from what is known. `version` is the first that scores alike;
 * `definition` null: not in the book that day. */
export const decisionReplays = pgTable(
  "decision_replays",
  {
    version: integer("version")
      .notNull()
      .references(() => modelVersions.version),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    day: day("day").notNull(),
    published: boolean("published").notNull(),
    score: doublePrecision("score"),
    health: doublePrecision("health"),
    qualitative: doublePrecision("qualitative"),
    /** 0 insufficient data, 1 red, 2 yellow, 3 green; of the people 0 without a card in force. */
    scoreTone: smallint("score_tone").notNull(),
    healthTone: smallint("health_tone").notNull(),
    peopleTone: smallint("people_tone").notNull(),
    definition: smallint("definition"),
    /** As in run_scores. */
    readings: doublePrecision("readings").array(),
  },
  (table) => [
    primaryKey({ columns: [table.version, table.accountId, table.day] }),
    index("decision_replays_account").on(table.accountId, table.day),
  ],
);
