import "server-only";
import { eq } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { settings } from "@/db/schema";
import type { Role, Scope } from "@/lib/core/access";
import type { Day } from "@/lib/core/calendar";
import { env } from "@/lib/server/env";

export type Actor =
  | { kind: "person"; personId: number; name: string; email: string; roles: readonly Role[] }
  | { kind: "key"; keyId: number; name: string; scopes: readonly Scope[] }
  | { kind: "system"; job: string };

/** What every query and command demands: who asks, through which handle, and what day and moment it is.
 * `today` is the business date (an installation may fix it); `now` serves sessions, leases and limits. */
export interface Ctx {
  actor: Actor;
  db: Database;
  today: Day;
  now: Date;
}

/** Makes a context for an actor already established; only viewerContext, keyContext, systemContext and tests call it. */
export async function contextOf(actor: Actor, database: Database = db(), now = new Date()): Promise<Ctx> {
  return { actor, db: database, today: await businessDate(database, now), now };
}

/** The context of the clock and of command-line tasks: may do everything, and signs as its job. */
export function systemContext(job: string, database?: Database): Promise<Ctx> {
  return contextOf({ kind: "system", job }, database);
}

/** Today for the business: TODAY, else the date the installation has fixed, else the date in its time zone. */
async function businessDate(database: Database, now: Date): Promise<Day> {
  const fixed = env("TODAY");
  if (fixed) return fixed;
  const [row] = await database.select().from(settings).where(eq(settings.id, 1));
  if (row?.todayFixed) return row.todayFixed;
  return new Intl.DateTimeFormat("en-CA", { timeZone: row?.timeZone ?? "UTC" }).format(now);
}

/** How the audit log names an actor: "person:7", "key:3", "job:run". */
export function actorName(actor: Actor): string {
  if (actor.kind === "person") return `person:${actor.personId}`;
  return actor.kind === "key" ? `key:${actor.keyId}` : `job:${actor.job}`;
}
