import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Role } from "@/lib/core/access";
import type { Actor } from "@/lib/server/context";

export const SESSION_SECONDS = 14 * 24 * 3600;

/** All that the cookie says; everything else about a person is read from the database with every request. */
export interface SessionClaim {
  sub: string;
  sid: string;
  version: number;
}

/** Opens a session for a person who has shown who they are. */
export async function openSession(db: Database, personId: number, version: number, now: Date): Promise<SessionClaim> {
  const sid = randomBytes(24).toString("base64url");
  await db.insert(sessions).values({ sid, personId, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) });
  return { sub: String(personId), sid, version };
}

/** Ends one session; its cookie is worth nothing from the next request on. */
export async function closeSession(db: Database, sid: string, now: Date): Promise<void> {
  await db.execute(sql`update sessions set revoked_at = ${now} where sid = ${sid} and revoked_at is null`);
}

/** The person behind a claim, with their roles of this moment; null where the session or the person is no longer good. */
export async function findViewer(db: Database, claim: SessionClaim, now: Date): Promise<Actor | null> {
  const { rows } = await db.execute<{ id: number; name: string; email: string; roles: Role[] }>(sql`
    select people.id, people.name, people.email,
      array(select role from person_roles where person_id = people.id order by role) as roles
    from sessions join people on people.id = sessions.person_id
    where sessions.sid = ${claim.sid} and sessions.revoked_at is null and sessions.expires_at > ${now}
      and people.id::text = ${claim.sub} and people.status = 'active' and people.session_version = ${claim.version}`);
  const [row] = rows;
  return row ? { kind: "person", personId: row.id, name: row.name, email: row.email, roles: row.roles } : null;
}

/** Ends every session that a person has: the version of their cookies no longer counts. */
export async function endSessions(tx: Database, personId: number, now: Date): Promise<void> {
  await tx.execute(sql`update people set session_version = session_version + 1 where id = ${personId}`);
  await tx.execute(sql`update sessions set revoked_at = ${now} where person_id = ${personId} and revoked_at is null`);
}
