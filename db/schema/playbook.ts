import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { day, id, instant, now } from "./columns";
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
    nextStep: text("next_step"),
    ownerId: person("owner_id"),
    sponsorId: person("sponsor_id"),
    openedOn: day("opened_on").notNull(),
    dueOn: day("due_on"),
    closedOn: day("closed_on"),
    status: text("status", { enum: ["open", "done", "dropped"] }).notNull(),
    result: text("result"),
    recordedAt: now("recorded_at"),
  },
  (table) => [index("plans_account").on(table.accountId, table.openedOn)],
);

export const tasks = pgTable(
  "tasks",
  {
    id: id(),
    accountId: account(),
    planId: integer("plan_id").references(() => plans.id),
    title: text("title").notNull(),
    ownerId: person("owner_id"),
    dueOn: day("due_on"),
    doneOn: day("done_on"),
    recordedAt: now("recorded_at"),
  },
  (table) => [index("tasks_account").on(table.accountId, table.dueOn)],
);

/** Deadlines that run on band history. */
export const clocks = pgTable(
  "clocks",
  {
    id: id(),
    accountId: account(),
    kind: text("kind").notNull(),
    startedOn: day("started_on").notNull(),
    dueOn: day("due_on").notNull(),
    stoppedOn: day("stopped_on"),
    breachedOn: day("breached_on"),
  },
  (table) => [index("clocks_account").on(table.accountId, table.dueOn)],
);

/** A notable sentence about an account, by a person. */
export const notes = pgTable(
  "notes",
  {
    id: id(),
    accountId: account(),
    authorId: person("author_id"),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("notes_account").on(table.accountId, table.createdAt)],
);
