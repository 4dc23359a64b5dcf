import { doublePrecision, integer, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { day, id, instant, now } from "./columns";
import { modelVersions } from "./models";
import { people } from "./people";

/** The past told by a version that did not count then, computed only when somebody asks for it: never what people saw. */
export const modelReplays = pgTable(
  "model_replays",
  {
    version: integer("version")
      .notNull()
      .references(() => modelVersions.version),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    day: day("day").notNull(),
    score: doublePrecision("score"),
    health: doublePrecision("health"),
    healthTone: smallint("health_tone"),
  },
  (table) => [primaryKey({ columns: [table.version, table.accountId, table.day] })],
);

/** Versions by which somebody asked to have the past told as well, and how far that is. */
export const modelReplayRequests = pgTable("model_replay_requests", {
  version: integer("version")
    .primaryKey()
    .references(() => modelVersions.version),
  requestedBy: integer("requested_by").references(() => people.id),
  requestedAt: now("requested_at"),
  daysDone: integer("days_done").notNull().default(0),
  days: integer("days"),
  finishedAt: instant("finished_at"),
});

/** The quarterly review of the score: keep, change or retire, with reasons and the figures that were on the page, signed; never
 * changed afterwards. */
export const modelReviews = pgTable("model_reviews", {
  id: id(),
  version: integer("version")
    .notNull()
    .references(() => modelVersions.version),
  verdict: text("verdict", { enum: ["keep", "change", "retire"] }).notNull(),
  reasons: text("reasons").notNull(),
  figures: jsonb("figures").$type<unknown>().notNull(),
  reviewedOn: day("reviewed_on").notNull(),
  signedBy: integer("signed_by")
    .notNull()
    .references(() => people.id),
  signedAt: now("signed_at"),
  nextDueOn: day("next_due_on").notNull(),
});
