import "server-only";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf } from "@/lib/server/context";

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** The secret in the address of a calendar feed: 32 random bytes. */
export function newFeedToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it: from the hash nobody gets back to the address. */
export function feedHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The context of the person whose calendar asks, who shows no more than the feed's secret; null where it is nobody's. It is looked
 * up by its hash, so that how long the answer takes tells nothing of how much of a guess was right. */
export async function feedContext(token: string, database: Database = db()): Promise<Ctx | null> {
  if (!SHAPE.test(token)) return null;
  const hash = feedHash(token);
  const { rows } = await database.execute<{ id: number; name: string; email: string; kept: string; roles: Role[] }>(sql`
    select p.id, p.name, p.email, f.ical_token as kept,
      array(select role from person_roles where person_id = p.id order by role) as roles
    from preferences f join people p on p.id = f.person_id where f.ical_token = ${hash} and p.status = 'active'`);
  const [found] = rows;
  if (!found || !timingSafeEqual(Buffer.from(found.kept), Buffer.from(hash))) return null;
  const { id: personId, name, email, roles } = found;
  return contextOf({ kind: "person", personId, name, email, roles }, database);
}
