import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { assertMayOwn } from "@/lib/server/book-people";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const AssignOwner = z.strictObject({
  accountIds: z.array(z.int().positive()).min(1).max(500),
  role: z.enum(["csm", "am"]),
  /** null: nobody. */
  personId: z.int().positive().nullable(),
});

/** Gives accounts to another CSM or AM from today on; the past keeps its owners. Returns who had them, for undo. */
export async function assignOwner(
  ctx: Ctx,
  { accountIds, role, personId }: z.output<typeof AssignOwner>,
): Promise<{ accountId: number; before: number | null }[]> {
  await authorize(ctx, "owner:assign");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    if (personId !== null) await assertMayOwn(within, personId, role);
    const column = sql.identifier(`${role}_id`);
    const changed: { accountId: number; before: number | null }[] = [];
    for (const accountId of accountIds) {
      await authorize(within, "owner:assign", accountId);
      const { rows } = await tx.execute<{ csm: number | null; am: number | null }>(
        sql`select csm_id as csm, am_id as am from account_owners where account_id = ${accountId} and valid_from <= ${ctx.today}
          order by valid_from desc limit 1`,
      );
      const old = rows[0] ?? { csm: null, am: null };
      if (old[role] === personId) continue;
      const now = { ...old, [role]: personId };
      await tx.execute(sql`insert into account_owners (account_id, valid_from, csm_id, am_id)
        values (${accountId}, ${ctx.today}, ${now.csm}, ${now.am})
        on conflict (account_id, valid_from) do update set ${column} = excluded.${column}`);
      // A later day on which only the other role changes hands keeps the new owner of this one.
      await tx.execute(sql`update account_owners o set ${column} = ${personId}
        where account_id = ${accountId} and valid_from > ${ctx.today} and ${column} is not distinct from ${old[role]}
          and not exists (select from account_owners n where n.account_id = o.account_id and n.valid_from > ${ctx.today}
            and n.valid_from < o.valid_from and n.${column} is distinct from ${old[role]})`);
      await emitAudit(within, tx, { entry: "owner.assigned", accountId, before: old, after: now });
      changed.push({ accountId, before: old[role] });
    }
    await rescore(
      tx,
      changed.map(({ accountId }) => accountId),
      "owner",
    );
    return changed;
  });
}
