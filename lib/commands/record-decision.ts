import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { decisions } from "@/db/schema";
import { Decision, decisionProblems } from "@/lib/core/playbook/decision";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const RecordDecision = z.strictObject({
  accountId: z.int().positive(),
  decision: Decision,
  /** The signature is given in the form itself: what is signed stays. */
  isSigned: z.literal(true, "Tick that you sign it."),
});

/** Signs what is decided about a red account: invest, or accept the loss. It is never changed or taken back; another decision
 * stands beside it. The clocks follow at once. */
export async function recordDecision(
  ctx: Ctx,
  { accountId, decision }: z.output<typeof RecordDecision>,
): Promise<{ decisionId: number }> {
  await authorize(ctx, "decision:record");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "decision:record", accountId);
    const { actor, today } = ctx;
    if (actor.kind !== "person") throw new AppError("forbidden", "A person signs a decision.");
    const problems = decisionProblems(decision, { signedOn: today, roles: actor.roles });
    if (problems.length > 0) throw new AppError("invalid", problems.join(" "));
    const { rows } = await tx.execute(sql`
      select from triage where account_id = ${accountId} and tone = 1
      union select from clocks where account_id = ${accountId} and kind = 'decision' and state <> 'stopped'`);
    if (rows.length === 0) throw new AppError("conflict", "This account is not red: there is nothing to decide.");
    const said =
      decision.choice === "invest"
        ? { budgetCents: decision.budgetCents, exitTest: decision.exitTest, decideAgainOn: decision.newDate }
        : {};
    const values = {
      accountId,
      kind: decision.choice,
      decidedOn: today,
      decidedBy: actor.personId,
      note: decision.note,
    };
    const [written] = await tx
      .insert(decisions)
      .values({ ...values, ...said })
      .returning({ decisionId: decisions.id });
    if (!written) throw new Error("The decision was not written");
    // An accepted loss is forecast as lost, by who signed it; a later call counts in its place.
    if (decision.choice === "accept")
      await tx.execute(sql`
        insert into forecast_calls (account_id, decide_by, call, note, called_on, called_by)
        select account_id, decide_by, 'lost', left(${decision.note}, 500), ${today}::date, ${actor.personId}
        from triage where account_id = ${accountId} and decide_by is not null`);
    const subject = `decision:${written.decisionId}`;
    await emitAudit(within, tx, { entry: "decision.recorded", accountId, subject, after: decision });
    await rescore(tx, [accountId], "decision");
    return written;
  });
}
