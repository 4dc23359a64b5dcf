import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** The number of the person with an e-mail; null where nobody has it. */
export async function findPersonId(ctx: Ctx, email: string): Promise<number | null> {
  const { rows } = await ctx.db.execute<{ id: number }>(
    sql`select id from people where email = ${email.toLowerCase()}`,
  );
  return rows[0]?.id ?? null;
}
