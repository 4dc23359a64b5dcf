import { bigint, date, integer, timestamp } from "drizzle-orm/pg-core";

/** A generated integer key that bulk loads may also set. */
export const id = () => integer("id").generatedByDefaultAsIdentity().primaryKey();
/** A calendar date, "YYYY-MM-DD" end to end. */
export const day = (name: string) => date(name, { mode: "string" });
/** Money in minor units. */
export const cents = (name: string) => bigint(name, { mode: "number" });
export const instant = (name: string) => timestamp(name, { withTimezone: true });
export const now = (name: string) => instant(name).notNull().defaultNow();
