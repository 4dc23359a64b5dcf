import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { day, id, now } from "./columns";
import { people } from "./people";

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
