import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { COLUMNS, type Column } from "@/lib/core/measures/columns";
import { day, now } from "./columns";

const builders = {
  int2: (name: string) => smallint(name),
  int4: (name: string) => integer(name),
  int8: (name: string) => bigint(name, { mode: "number" }),
  date: (name: string) => date(name, { mode: "string" }),
};
const columns = Object.fromEntries(
  Object.entries(COLUMNS).map(([name, { type, kind }]) => {
    const column = builders[type](name) as ReturnType<typeof integer>;
    return [name, kind === "counter" ? column.notNull().default(0) : column];
  }),
) as Record<Column, ReturnType<typeof integer>>;

/** One dense row per account and day: cumulative counters and states, as lib/core/measures/columns.ts lists them.
 * Partitioned by month (see the migration); a window of any length is a difference of two of its rows. */
export const accountDay = pgTable(
  "account_day",
  // The key stands first: a row's fields are found from its start, and every slice asks for these two.
  { accountId: integer("account_id").notNull(), day: day("day").notNull(), ...columns },
  (table) => [
    primaryKey({ columns: [table.accountId, table.day] }),
    // Nights append: a day's rows lie together, and a slice reads only those.
    index("account_day_day").using("brin", table.day).with({ pages_per_range: 4 }),
  ],
);

/** Running figures of custom metrics: a row for each day with a value. */
export const metricDay = pgTable(
  "metric_day",
  {
    accountId: integer("account_id").notNull(),
    key: text("key").notNull(),
    day: day("day").notNull(),
    n: integer("n").notNull(),
    value: doublePrecision("value").notNull(),
    sum: doublePrecision("sum").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.key, table.day] })],
);

/** Accounts whose days must be closed again from a day on; filled by triggers on every signal table. */
export const changedAccounts = pgTable(
  "changed_accounts",
  { accountId: integer("account_id").primaryKey(), fromDay: day("from_day").notNull(), changedAt: now("changed_at") },
  (table) => [index("changed_accounts_at").on(table.changedAt)],
);
