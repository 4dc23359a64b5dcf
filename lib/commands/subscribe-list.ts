import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { listMemberIds } from "@/db/queries/portfolio/list-members";
import { listScope } from "@/lib/core/portfolio/list-scope";
import { LIST_KEYS } from "@/lib/core/portfolio/lists";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const SubscribeList = z.strictObject({
  list: z.enum(LIST_KEYS),
  query: z.string().max(300),
  /** False ends it. */
  isOn: z.boolean(),
});

/** Has a person told when accounts join a list, from those who are on it now; or no longer. */
export async function subscribeList(ctx: Ctx, { list, query, isOn }: z.output<typeof SubscribeList>): Promise<void> {
  await authorize(ctx, "self:write");
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { book, segment } = listScope(query);
  await withTransaction(ctx, async ({ tx }) => {
    if (isOn) {
      const members = await listMemberIds({ ...ctx, db: tx }, list, { book, segment: segment ?? undefined });
      await tx.execute(sql`
        insert into list_subscriptions (person_id, list, query, members)
        values (${personId}, ${list}, ${query}, ${JSON.stringify(members)}::jsonb)
        on conflict (person_id, list, query) do nothing`);
    } else {
      await tx.execute(
        sql`delete from list_subscriptions where person_id = ${personId} and list = ${list} and query = ${query}`,
      );
    }
    await emitAudit(ctx, tx, {
      entry: isOn ? "list.subscribed" : "list.unsubscribed",
      subject: `list:${list}`,
      after: { list, query },
    });
  });
}
