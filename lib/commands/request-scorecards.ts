import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { fillerId } from "@/db/queries/card-parts";
import { outbox } from "@/db/schema";
import { monthOf } from "@/lib/core/calendar";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RequestScorecards = z.strictObject({
  accountIds: z.array(z.int().positive()).min(1).max(500),
  /** The month's card, or what stands behind the open divergence. */
  about: z.enum(["month", "divergence"]).default("month"),
});

/** How many were asked now, were asked before, and have nobody to ask. */
export type Requested = { asked: number; before: number; nobody: number };

type Asked = { accountId: number; fillerId: number | null; divergenceId: number | null };

/** Asks whoever fills the card of each account for it, by a notice: once a month and account, and once a divergence. */
export async function requestScorecards(
  ctx: Ctx,
  { accountIds, about }: z.output<typeof RequestScorecards>,
): Promise<Requested> {
  for (const accountId of accountIds) await authorize(ctx, "work:write", accountId);
  const period = monthOf(ctx.today);
  const by = ctx.actor.kind === "person" ? ctx.actor.name : "a program";
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const { rows } = await tx.execute<Asked>(sql`
      select t.account_id as "accountId", ${fillerId} as "fillerId",
        (select id from divergences d where d.account_id = t.account_id and d.closed_on is null and d.settled_on is null order by id desc limit 1) as "divergenceId"
      from triage t where t.account_id in ${[...new Set(accountIds)]}`);
    const able = rows.filter((row) => row.fillerId !== null && (about === "month" || row.divergenceId !== null));
    let asked = 0;
    for (const { accountId, fillerId: personId, divergenceId } of able) {
      const dedupeKey = about === "month" ? `ask:${period}:${accountId}` : `ask:divergence:${divergenceId}`;
      const payload = { accountId, personId, asOf: ctx.today, period, about, by };
      const owed = { kind: "scorecard_requested" as const, dedupeKey, payload };
      const [fresh] = await tx.insert(outbox).values(owed).onConflictDoNothing().returning({ id: outbox.id });
      if (!fresh) continue;
      asked++;
      await emitAudit(within, tx, { entry: "scorecard.requested", accountId, after: { period, about, personId } });
    }
    return { asked, before: able.length - asked, nobody: new Set(accountIds).size - able.length };
  });
}
