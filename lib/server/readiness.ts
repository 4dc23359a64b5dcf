import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/drizzle/meta/_journal.json";
import { log } from "@/lib/server/log";

const process_ = globalThis as { bellwetherDraining?: boolean };

/** From now on this process asks to be given no more requests. */
export function beginDraining(): void {
  process_.bellwetherDraining = true;
}

/** Whether requests may be sent here: the database answers, its schema is this code's, and the process is not draining. */
export async function readiness(): Promise<{ ready: boolean; reason: string }> {
  if (process_.bellwetherDraining) return { ready: false, reason: "draining" };
  try {
    const { rows } = await db().execute<{ applied: number }>(
      sql`select count(*)::int as applied from drizzle.__drizzle_migrations`,
    );
    const ready = rows[0]?.applied === journal.entries.length;
    return { ready, reason: ready ? "ready" : "the schema is of another version" };
  } catch (error) {
    log.warn("readiness.database_away", { error });
    return { ready: false, reason: "the database does not answer" };
  }
}
