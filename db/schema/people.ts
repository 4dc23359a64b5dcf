import { type AnyPgColumn, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, now } from "./columns";

export const people = pgTable(
  "people",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    managerId: integer("manager_id").references((): AnyPgColumn => people.id),
    status: text("status", { enum: ["invited", "active", "deactivated"] })
      .notNull()
      .default("invited"),
    passwordHash: text("password_hash"),
    sessionVersion: integer("session_version").notNull().default(1),
    timeZone: text("time_zone"),
    createdAt: now("created_at"),
  },
  (table) => [uniqueIndex("people_email").on(table.email), index("people_manager").on(table.managerId)],
);

export const personRoles = pgTable(
  "person_roles",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role", { enum: ["viewer", "csm", "am", "manager", "admin"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);

/** One-time links: the first admin's, an invitation, a reset. Only the token's hash is kept. */
export const signInLinks = pgTable("sign_in_links", {
  tokenHash: text("token_hash").primaryKey(),
  personId: integer("person_id")
    .notNull()
    .references(() => people.id),
  purpose: text("purpose", { enum: ["first_admin", "invite", "reset"] }).notNull(),
  createdAt: now("created_at"),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

export const sessions = pgTable(
  "sessions",
  {
    sid: text("sid").primaryKey(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: now("created_at"),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [index("sessions_person").on(table.personId)],
);

/** Failed sign-ins per account ("email:…") and address ("ip:…"), for the limiter. */
export const signInAttempts = pgTable("sign_in_attempts", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull().default(0),
  windowEndsAt: instant("window_ends_at").notNull(),
});

export const apiKeys = pgTable("api_keys", {
  id: id(),
  name: text("name").notNull(),
  prefix: text("prefix").notNull(),
  keyHash: text("key_hash").notNull().unique(),
  scopes: text("scopes", { enum: ["read", "write", "admin"] })
    .array()
    .notNull(),
  createdBy: integer("created_by").references(() => people.id),
  createdAt: now("created_at"),
  expiresAt: instant("expires_at"),
  lastUsedAt: instant("last_used_at"),
  revokedAt: instant("revoked_at"),
});
