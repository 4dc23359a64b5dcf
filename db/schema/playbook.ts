import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { day, id, now } from "./columns";
import { people } from "./people";

const account = () =>
  integer("account_id")
    .notNull()
    .references(() => accounts.id);
const person = (name: string) => integer(name).references(() => people.id);

/** A written action or recovery plan. */
export const plans = pgTable(
  "plans",
  {
    id: id(),
    accountId: account(),
    kind: text("kind", { enum: ["action", "recovery"] }).notNull(),
    cause: text("cause"),
    goal: text("goal"),
    /** What is done next, and with due_on by when: the one dated next step that lies ahead. */
    nextStep: text("next_step"),
    ownerId: person("owner_id"),
    sponsorId: person("sponsor_id"),
    /** The measure the plan means to move, its reading at the start and the one agreed with the customer. */
    measureKey: text("measure_key"),
    measureFrom: doublePrecision("measure_from"),
    measureTo: doublePrecision("measure_to"),
    goalAgreedOn: day("goal_agreed_on"),
    /** Since when nothing is missing in it: only then does it stop a clock. */
    completeOn: day("complete_on"),
    play: text("play"),
    /** The tone and health on the day it was opened, for its result. */
    toneThen: smallint("tone_then"),
    healthThen: doublePrecision("health_then"),
    approvedBy: person("approved_by"),
    approvedOn: day("approved_on"),
    /** Of a recovery plan: who asks for leadership's approval, since when; or who gave it back, and why. */
    submittedBy: person("submitted_by"),
    submittedOn: day("submitted_on"),
    returnedBy: person("returned_by"),
    returnedNote: text("returned_note"),
    version: integer("version").notNull().default(1),
    openedOn: day("opened_on").notNull(),
    dueOn: day("due_on"),
    closedOn: day("closed_on"),
    status: text("status", { enum: ["open", "done", "dropped"] }).notNull(),
    result: text("result"),
    recordedAt: now("recorded_at"),
  },
  (table) => [index("plans_account").on(table.accountId, table.openedOn)],
);

/** Accounts for which a play was chosen that holds out a half, and how chance decided: once a play and account. */
export const playDraws = pgTable(
  "play_draws",
  {
    accountId: account(),
    play: text("play").notNull(),
    drawnOn: day("drawn_on").notNull(),
    /** Held out: worked without the play. */
    held: boolean("held").notNull(),
    scoreThen: doublePrecision("score_then"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.play] })],
);

/** Deadlines that run on band history, as of the current run: those open, and those stopped lately. Written by runs alone. */
export const clocks = pgTable(
  "clocks",
  {
    id: id(),
    accountId: account(),
    kind: text("kind").notNull(),
    /** The rule of the playbook, or the kind again. */
    key: text("key").notNull(),
    tone: text("tone"),
    planId: integer("plan_id"),
    startedOn: day("started_on").notNull(),
    dueOn: day("due_on").notNull(),
    stoppedOn: day("stopped_on"),
    /** The fact that stopped it. */
    stoppedBy: text("stopped_by"),
    breachedOn: day("breached_on"),
    state: text("state", { enum: ["running", "paused", "breached", "stopped"] })
      .notNull()
      .default("running"),
    severity: text("severity", { enum: ["low", "medium", "high"] })
      .notNull()
      .default("low"),
    ownerRole: text("owner_role"),
    text: text("text").notNull().default(""),
  },
  (table) => [index("clocks_account").on(table.accountId, table.dueOn), index("clocks_breached").on(table.breachedOn)],
);

/** What clocks need of an account's band history up to a day (lib/core/playbook/band-state.ts), carried on by each run. */
export const clockStates = pgTable("clock_states", {
  accountId: account().primaryKey(),
  lastDay: day("last_day").notNull(),
  state: jsonb("state").$type<unknown>().notNull(),
});

/** What a band obliges people to do, by the band's key and, where a segment has its own, by segment ("" : all). */
export const playbooks = pgTable(
  "playbooks",
  {
    band: text("band").notNull(),
    segment: text("segment").notNull().default(""),
    definition: jsonb("definition").$type<unknown>().notNull(),
    updatedBy: person("updated_by"),
    updatedAt: now("updated_at"),
  },
  (table) => [primaryKey({ columns: [table.band, table.segment] })],
);

/** A playbook that an account's band opened; closed with its result when the account leaves the band. */
export const openedPlaybooks = pgTable(
  "opened_playbooks",
  {
    id: id(),
    accountId: account(),
    band: text("band").notNull(),
    openedOn: day("opened_on").notNull(),
    /** What moved the account into the band: data, scorecard, guardrail, or model (said so). */
    openedBy: text("opened_by", { enum: ["data", "scorecard", "guardrail", "model"] }).notNull(),
    healthThen: doublePrecision("health_then"),
    closedOn: day("closed_on"),
    result: text("result"),
  },
  (table) => [
    index("opened_playbooks_account").on(table.accountId, table.openedOn),
    uniqueIndex("opened_playbooks_once").on(table.accountId, table.band, table.openedOn),
  ],
);
