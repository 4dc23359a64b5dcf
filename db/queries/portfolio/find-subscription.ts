import "server-only";
import { sql } from "drizzle-orm";
import type { ListKey } from "@/lib/core/portfolio/lists";
import type { Ctx } from "@/lib/server/context";

/** Whether the reader is told when accounts join a list of a scope. */
export async function findSubscription(ctx: Ctx, list: ListKey, query: string): Promise<boolean> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<{ found: boolean }>(
    sql`select exists (select from list_subscriptions where person_id = ${personId} and list = ${list} and query = ${query}) as found`,
  );
  return rows[0]?.found ?? false;
}

/** The lists that the reader is told of, each with its scope. */
export async function listSubscribed(ctx: Ctx): Promise<{ list: string; query: string }[]> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<{ list: string; query: string }>(
    sql`select list, query from list_subscriptions where person_id = ${personId} order by list, query`,
  );
  return rows;
}
