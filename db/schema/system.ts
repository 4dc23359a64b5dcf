import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, now } from "./columns";

/** One row per mutation, in its transaction; a trigger refuses update and delete. `actor` is "person:7", "key:3" or "job:run". */
export const audit = pgTable(
  "audit",
  {
    id: id(),
    at: now("at"),
    actor: text("actor").notNull(),
    personId: integer("person_id"),
    entry: text("entry").notNull(),
    accountId: integer("account_id"),
    subject: text("subject"),
    before: jsonb("before").$type<unknown>(),
    after: jsonb("after").$type<unknown>(),
  },
  (table) => [index("audit_account").on(table.accountId, table.id), index("audit_entry").on(table.entry, table.id)],
);

/** Notifications that a publish owes; delivered once by their key. */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    dedupeKey: text("dedupe_key").notNull(),
    kind: text("kind").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    createdAt: now("created_at"),
    deliveredAt: instant("delivered_at"),
  },
  (table) => [
    uniqueIndex("outbox_dedupe").on(table.dedupeKey),
    index("outbox_owed").on(table.id).where(sql`${table.deliveredAt} is null`),
  ],
);
