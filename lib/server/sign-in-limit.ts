import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const WINDOW_MINUTES = 15;
export const ACCOUNT_LIMIT = 10;
export const ADDRESS_LIMIT = 100;

/** Counts an attempt before the password is looked at, and says whether it may go on. The count is taken in one
 * statement a key, so parallel attempts cannot slip past it; where the database fails, nobody passes. */
export async function mayAttempt(db: Database, email: string, address: string): Promise<boolean> {
  const failures = { account: await count(db, `email:${email}`), address: await count(db, `ip:${address}`) };
  return failures.account <= ACCOUNT_LIMIT && failures.address <= ADDRESS_LIMIT;
}

/** Takes back what a successful attempt counted: the account starts anew, the address by one less. */
export async function forgiveAttempt(db: Database, email: string, address: string): Promise<void> {
  await db.execute(sql`delete from sign_in_attempts where key = ${`email:${email}`} or window_ends_at < now()`);
  await db.execute(
    sql`update sign_in_attempts set failures = greatest(failures - 1, 0) where key = ${`ip:${address}`}`,
  );
}

async function count(db: Database, key: string): Promise<number> {
  const ends = sql`now() + make_interval(mins => ${WINDOW_MINUTES})`;
  const { rows } = await db.execute<{ failures: number }>(sql`
    insert into sign_in_attempts as attempts (key, failures, window_ends_at) values (${key}, 1, ${ends})
    on conflict (key) do update set
      failures = case when attempts.window_ends_at < now() then 1 else attempts.failures + 1 end,
      window_ends_at = case when attempts.window_ends_at < now() then ${ends} else attempts.window_ends_at end
    returning failures`);
  return rows[0]?.failures ?? Number.POSITIVE_INFINITY;
}
