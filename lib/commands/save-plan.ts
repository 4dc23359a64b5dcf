import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { plans } from "@/db/schema";
import { type Day, isDay } from "@/lib/core/calendar";
import { CAUSES } from "@/lib/core/playbook/causes";
import { planComplete } from "@/lib/core/playbook/plan";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

const aDay = z.string().refine(isDay, "A day as YYYY-MM-DD.").nullable().default(null);
const person = z.int().positive().nullable().default(null);
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en")} characters.`)
    .nullable()
    .default(null);

const Cause = z.enum(CAUSES, "Choose one of the causes.");

export const SavePlan = z.strictObject({
  accountId: z.int().positive(),
  /** An open plan that is changed, and the version that was read. */
  planId: z.int().positive().optional(),
  version: z.int().positive().optional(),
  kind: z.enum(["action", "recovery"]),
  cause: Cause.nullable().default(null),
  play: words(60),
  goal: words(1000),
  goalAgreedOn: aDay,
  measureKey: words(120),
  measureFrom: z.number().nullable().default(null),
  measureTo: z.number().nullable().default(null),
  nextStep: words(500),
  dueOn: aDay,
  ownerId: person,
  sponsorId: person,
});

/** Opens a plan for an account, or changes an open one. A version that somebody else has changed meanwhile is refused. Health
 * and tone of the day it opens are kept for its result; clocks and triage follow at once. */
export async function savePlan(
  ctx: Ctx,
  input: z.output<typeof SavePlan>,
): Promise<{ planId: number; version: number }> {
  await authorize(ctx, "work:write");
  const { accountId, planId, version, ...said } = input;
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "work:write", accountId);
    const saved = planId
      ? await change(within, accountId, planId, version ?? 0, said)
      : await open(within, accountId, said);
    await rescore(tx, [accountId], "plan");
    return saved;
  });
}

type Said = Omit<z.output<typeof SavePlan>, "accountId" | "planId" | "version">;

async function open(ctx: Ctx, accountId: number, said: Said) {
  const { db, today, actor } = ctx;
  const { rows } = await db.execute<{ tone: number | null; health: number | null }>(
    sql`select nullif(tone, 0) as tone, health from triage where account_id = ${accountId}`,
  );
  const ownerId = said.ownerId ?? (actor.kind === "person" ? actor.personId : null);
  const values = { ...said, accountId, ownerId, openedOn: today, status: "open" as const };
  const then = { toneThen: rows[0]?.tone ?? null, healthThen: rows[0]?.health ?? null };
  const completeOn = isComplete({ ...values, approvedBy: null }) ? today : null;
  const [plan] = await db
    .insert(plans)
    .values({ ...values, ...then, completeOn })
    .returning({ planId: plans.id, version: plans.version });
  if (!plan) throw new Error("The plan was not written");
  await emitAudit(ctx, db, { entry: "plan.opened", accountId, subject: `plan:${plan.planId}`, after: said });
  return plan;
}

async function change(ctx: Ctx, accountId: number, planId: number, version: number, said: Said) {
  const { db, today } = ctx;
  const [before] = await db
    .select()
    .from(plans)
    .where(and(eq(plans.id, planId), eq(plans.accountId, accountId)))
    .for("update");
  if (!before) throw new AppError("not_found", "There is no such plan.");
  if (before.status !== "open") throw new AppError("conflict", "This plan is closed. Open it again to change it.");
  if (before.version !== version)
    throw new AppError("conflict", "Somebody changed this plan meanwhile. Reload to see their words; yours are kept.");
  const completeOn = isComplete({ ...before, ...said }) ? (before.completeOn ?? today) : null;
  const [plan] = await db
    .update(plans)
    .set({ ...said, completeOn, version: version + 1 })
    .where(eq(plans.id, planId))
    .returning({ planId: plans.id, version: plans.version });
  if (!plan) throw new Error("The plan was not written");
  await emitAudit(ctx, db, { entry: "plan.changed", accountId, subject: `plan:${planId}`, before, after: said });
  return plan;
}

type Written = Omit<Said, "play" | "measureFrom" | "measureTo"> & { openedOn: Day; approvedBy: number | null };

/** Only a plan in which nothing is missing stops a clock. */
function isComplete(plan: Written): boolean {
  const { goalAgreedOn, measureKey, dueOn, nextStep } = plan;
  const cause = Cause.safeParse(plan.cause).data ?? null;
  const goalAgreed = goalAgreedOn !== null;
  return planComplete({ ...plan, cause, goalAgreed, measure: measureKey, nextStepOn: nextStep === null ? null : dueOn })
    .isComplete;
}
