import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { outcomes } from "@/db/schema";
import { isDay } from "@/lib/core/calendar";
import { CAUSE_BOOK, CAUSES } from "@/lib/core/playbook/causes";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

const aDay = z.string().refine(isDay, "A day as YYYY-MM-DD.");
const cents = z.int().min(0, "An amount is not negative.").nullable();

export const RecordOutcome = z.strictObject({
  accountId: z.int().positive(),
  /** An outcome that is corrected; left out for a new one. */
  outcomeId: z.string().min(1).optional(),
  kind: z.enum(["renewed", "expanded", "downsold", "churned"]),
  decidedOn: aDay,
  effectiveOn: aDay,
  arrBeforeCents: cents,
  arrAfterCents: cents,
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency is three capitals, such as USD."),
  cause: z.enum(CAUSES, "Choose one of the causes.").nullable().default(null),
  avoidable: z.boolean().nullable().default(null),
});

/** Records what a customer decided, with its cause, or corrects it; a loss or downsell names its cause. The first of a day has that
 * day's key, so that the same decision is not written twice; it is taken back by correcting it. */
export async function recordOutcome(ctx: Ctx, input: z.output<typeof RecordOutcome>): Promise<{ outcomeId: string }> {
  await authorize(ctx, "outcome:record");
  const { accountId, outcomeId, ...said } = input;
  refuse(said, ctx.today);
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "outcome:record", accountId);
    const externalId = outcomeId ?? `by-hand-${said.decidedOn}`;
    const its = and(eq(outcomes.accountId, accountId), eq(outcomes.externalId, externalId));
    const [before] = await tx.select().from(outcomes).where(its).for("update");
    if (outcomeId && !before) throw new AppError("not_found", "There is no such outcome.");
    if (!outcomeId && before)
      throw new AppError("conflict", "An outcome of that day is recorded already. Correct that one.");
    const values = { ...said, cause: said.cause && CAUSE_BOOK[said.cause].name };
    if (before) await tx.update(outcomes).set(values).where(its);
    else await tx.insert(outcomes).values({ accountId, externalId, ...values });
    const entry = before ? "outcome.corrected" : "outcome.recorded";
    await emitAudit(within, tx, {
      entry,
      accountId,
      subject: `outcome:${externalId}`,
      before: before ?? null,
      after: values,
    });
    await rescore(tx, [accountId], "outcome");
    return { outcomeId: externalId };
  });
}

type Said = Omit<z.output<typeof RecordOutcome>, "accountId" | "outcomeId">;

function refuse(
  { kind, decidedOn, effectiveOn, arrBeforeCents: before, arrAfterCents: after, cause }: Said,
  today: string,
) {
  const fields: Record<string, string> = {};
  if (decidedOn > today) fields.decidedOn = "Record it once it is decided.";
  if (effectiveOn < decidedOn) fields.effectiveOn = "It takes effect on the day it was decided, or later.";
  if ((kind === "churned" || kind === "downsold") && !cause) fields.cause = "A loss names its cause.";
  if (kind === "churned" && (after ?? 0) !== 0) fields.arrAfterCents = "Nothing is left after a churn.";
  if (kind === "downsold" && before !== null && after !== null && after >= before)
    fields.arrAfterCents = "A downsell ends with less than before.";
  if (kind === "expanded" && before !== null && after !== null && after <= before)
    fields.arrAfterCents = "An expansion ends with more than before.";
  const [first] = Object.values(fields);
  if (first) throw new AppError("invalid", first, fields);
}
