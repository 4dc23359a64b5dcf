import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "@/lib/server/context";

const Stored = z.object({ off: z.boolean().catch(false), map: z.record(z.string(), z.string()).catch({}) });
export type KeyChoices = z.output<typeof Stored>;

/** Which single keys the person has switched off or put elsewhere. */
export async function getKeyChoices(ctx: Ctx): Promise<KeyChoices> {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<{ keys: unknown }>(sql`select keys from preferences where person_id = ${me}`);
  return Stored.safeParse(rows[0]?.keys).data ?? { off: false, map: {} };
}
