import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { day, id, instant, now } from "./columns";
import { people } from "./people";

const answers = () => ({
  champion: text("champion", { enum: ["active", "at_risk", "missing"] }),
  executive: text("executive", { enum: ["active", "lapsed", "none", "n/a"] }),
  outcome: text("outcome", { enum: ["defensible", "in_development", "missing"] }),
  championNote: text("champion_note"),
  executiveNote: text("executive_note"),
  outcomeNote: text("outcome_note"),
});

/** Submitted scorecards, every version of each month kept. `submittedOn` is the business day it counts from. */
export const scorecards = pgTable(
  "scorecards",
  {
    id: id(),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    period: text("period").notNull(),
    version: integer("version").notNull(),
    ...answers(),
    authorId: integer("author_id").references(() => people.id),
    recordedAs: text("recorded_as", { enum: ["owner", "challenge", "manager", "admin", "import"] }).notNull(),
    submittedOn: date("submitted_on", { mode: "string" }).notNull(),
    recordedAt: now("recorded_at"),
  },
  (table) => [
    uniqueIndex("scorecards_version").on(table.accountId, table.period, table.version),
    index("scorecards_in_force").on(table.accountId, table.submittedOn),
  ],
);

/** The month's unfinished card of an account; `version` guards concurrent edits. */
export const scorecardDrafts = pgTable(
  "scorecard_drafts",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    period: text("period").notNull(),
    version: integer("version").notNull(),
    ...answers(),
    updatedBy: integer("updated_by").references(() => people.id),
    updatedAt: now("updated_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.period] })],
);

/** A person's month, submitted as a whole: after it their cards change only once a manager has reopened it. */
export const scorecardMonths = pgTable(
  "scorecard_months",
  {
    id: id(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    period: text("period").notNull(),
    /** Cards due and confirmed when it was submitted; a reason where some were not. */
    due: integer("due").notNull(),
    confirmed: integer("confirmed").notNull(),
    reason: text("reason"),
    submittedBy: integer("submitted_by").references(() => people.id),
    /** The business day, as everything else on screen is dated; the instant is when it was typed. */
    submittedOn: date("submitted_on", { mode: "string" }).notNull(),
    submittedAt: instant("submitted_at").notNull().defaultNow(),
    reopenedBy: integer("reopened_by").references(() => people.id),
    reopenedOn: day("reopened_on"),
    reopenedAt: instant("reopened_at"),
    reopenReason: text("reopen_reason"),
  },
  (table) => [index("scorecard_months_person").on(table.personId, table.period)],
);

/** A disagreement between score and scorecard, as an object with an owner. A settled severe false alarm is a reviewed lift. */
export const divergences = pgTable(
  "divergences",
  {
    id: id(),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    sign: text("sign", { enum: ["hidden_risk", "false_alarm"] }).notNull(),
    gap: doublePrecision("gap").notNull(),
    tones: smallint("tones").notNull(),
    severe: boolean("severe").notNull(),
    /** When it became severe first: from then on a lift of two tones waits for its review. */
    severeSince: day("severe_since"),
    scorecardId: integer("scorecard_id").references(() => scorecards.id),
    openedOn: day("opened_on").notNull(),
    dueOn: day("due_on").notNull(),
    ownerId: integer("owner_id").references(() => people.id),
    ownerRole: text("owner_role", { enum: ["am", "csm", "manager"] }).notNull(),
    closedOn: day("closed_on"),
    resolution: text("resolution", { enum: ["numbers_right", "people_right", "both_right", "data_wrong"] }),
    note: text("note"),
    settledBy: integer("settled_by").references(() => people.id),
    settledOn: day("settled_on"),
    settledGap: doublePrecision("settled_gap"),
    whoWasRight: text("who_was_right", { enum: ["numbers", "people", "both", "neither"] }),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (table) => [
    index("divergences_account").on(table.accountId, table.openedOn),
    index("divergences_owner").on(table.ownerId),
  ],
);
