import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people } from "@/db/schema";
import { verifyPassword } from "@/lib/server/password";
import { openSession, type SessionClaim } from "@/lib/server/session";
import { forgiveAttempt, mayAttempt } from "@/lib/server/sign-in-limit";

export type SignInRefusal = "wrong" | "too_many";

/** Signs a person in by password. Unknown, deactivated and uninvited people are all just "wrong", and take as long. */
export async function signInByPassword(
  db: Database,
  { email, password, address }: { email: string; password: string; address: string },
  now = new Date(),
): Promise<SessionClaim | SignInRefusal> {
  const name = email.trim().toLowerCase();
  if (!(await mayAttempt(db, name, address))) return "too_many";
  const [person] = await db.select().from(people).where(eq(people.email, name));
  const isRight = await verifyPassword(password, person?.passwordHash ?? null);
  if (!person || !isRight || person.status !== "active") return "wrong";
  await forgiveAttempt(db, name, address);
  return openSession(db, person.id, person.sessionVersion, now);
}
