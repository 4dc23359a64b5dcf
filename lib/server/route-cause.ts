import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import { actorName, type Ctx } from "@/lib/server/context";
import { oweNotice } from "@/lib/server/owe-notice";

interface Named {
  accountId: number;
  planId: number;
  cause: Cause | null;
}

/** Tells whom a plan's cause goes to, once a plan and cause: the product owner of a product issue; of unmet demand, an expansion
 * lead, the account manager. Where nobody is named for it, nobody is told. */
export async function routeCause(ctx: Ctx, tx: Database, { accountId, planId, cause }: Named): Promise<void> {
  const route = cause && CAUSE_BOOK[cause].route;
  if (route !== "product_owner" && route !== "expansion_lead") return;
  const { rows } = await tx.execute<{ personId: number | null }>(
    route === "product_owner"
      ? sql`select product_owner_id as "personId" from settings where id = 1`
      : sql`select am_id as "personId" from account_owners
          where account_id = ${accountId} and valid_from <= ${ctx.today} order by valid_from desc limit 1`,
  );
  const personId = rows[0]?.personId ?? null;
  if (personId === null) return;
  await oweNotice(tx, {
    kind: "cause_named",
    dedupeKey: `cause:${planId}:${cause}`,
    payload: { accountId, cause, personId, by: ctx.actor.kind === "person" ? ctx.actor.name : actorName(ctx.actor) },
  });
}
