import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { signInLinks } from "@/db/schema";

const HOURS = { first_admin: 24, invite: 7 * 24, reset: 24 };
export type LinkPurpose = keyof typeof HOURS;

/** Makes a person's one-time link, ends their earlier ones, and returns its token; only its hash is kept. */
export async function createLink(tx: Database, personId: number, purpose: LinkPurpose, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx
    .update(signInLinks)
    .set({ usedAt: now })
    .where(and(eq(signInLinks.personId, personId), isNull(signInLinks.usedAt)));
  await tx.insert(signInLinks).values({
    tokenHash: tokenHash(token),
    personId,
    purpose,
    expiresAt: new Date(now.getTime() + HOURS[purpose] * 3_600_000),
  });
  return token;
}

export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
