import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { plans } from "@/db/schema";
import { type Day, isDay } from "@/lib/core/calendar";
import { CAUSES } from "@/lib/core/playbook/causes";
import { lackWords, type PlanPart } from "@/lib/core/playbook/plan";
import { PLAYS } from "@/lib/core/playbook/plays";
import { isAsApproved, missingOf } from "@/lib/core/playbook/written-plan";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { drawPlay } from "@/lib/server/draw-play";
import { oweNotice } from "@/lib/server/owe-notice";
import { routeCause } from "@/lib/server/route-cause";
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

export const SavePlan = z.strictObject({
  accountId: z.int().positive(),
  /** An open plan that is changed, and the version that was read. */
  planId: z.int().positive().optional(),
  version: z.int().positive().optional(),
  kind: z.enum(["action", "recovery"]),
  cause: z.enum(CAUSES, "Choose one of the causes.").nullable().default(null),
  play: z
    .enum(
      PLAYS.map(({ key }) => key),
      "Choose one of the plays.",
    )
    .nullable()
    .default(null),
  goal: words(1000),
  goalAgreedOn: aDay,
  measureKey: words(120),
  measureFrom: z.number().nullable().default(null),
  measureTo: z.number().nullable().default(null),
  nextStep: words(500),
  dueOn: aDay,
  ownerId: person,
  sponsorId: person,
  /** Asks leadership to approve a recovery plan in which nothing else is missing. */
  submit: z.boolean().default(false),
});

type SavedPlan = {
  planId: number;
  version: number;
  /** The play was left out: chance holds the account out of it up to this day. */
  heldOutUntil: Day | null;
};

/** Opens a plan for an account, or changes an open one; a recovery plan may be handed to leadership with it. A version that
 * somebody else has changed meanwhile is refused, and approval lapses where what was approved has changed. Health and tone of the
 * day it opens are kept for its result; clocks and triage follow at once. */
export async function savePlan(ctx: Ctx, input: z.output<typeof SavePlan>): Promise<SavedPlan> {
  await authorize(ctx, "work:write");
  const { accountId, planId, version, submit, ...said } = input;
  if (submit && said.kind !== "recovery") throw new AppError("invalid", "Only a recovery plan is approved.");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "work:write", accountId);
    const heldOutUntil = await drawPlay(within, { accountId, planId, play: said.play });
    const told = heldOutUntil === null ? said : { ...said, play: null };
    const saved = planId
      ? await change(within, accountId, { planId, version: version ?? 0, submit }, told)
      : await open(within, accountId, told, submit);
    if (submit) {
      const dedupeKey = `plan-waiting:${saved.planId}:${saved.version}`;
      await oweNotice(tx, { kind: "plan_waiting", dedupeKey, payload: { accountId, by: nameOf(ctx) } });
    }
    await routeCause(within, tx, { accountId, planId: saved.planId, cause: said.cause });
    await rescore(tx, [accountId], "plan");
    return { ...saved, heldOutUntil };
  });
}

type Said = Omit<z.output<typeof SavePlan>, "accountId" | "planId" | "version" | "submit">;

async function open(ctx: Ctx, accountId: number, said: Said, submit: boolean) {
  const { db, today } = ctx;
  const { rows } = await db.execute<{ tone: number | null; health: number | null }>(
    sql`select nullif(tone, 0) as tone, health from triage where account_id = ${accountId}`,
  );
  const values = { ...said, accountId, ownerId: said.ownerId ?? idOf(ctx), openedOn: today, status: "open" as const };
  const then = { toneThen: rows[0]?.tone ?? null, healthThen: rows[0]?.health ?? null };
  const missing = missingOf({ ...values, approvedBy: null });
  const completeOn = missing.length === 0 ? today : null;
  const [plan] = await db
    .insert(plans)
    .values({ ...values, ...then, completeOn, ...(submit ? submission(ctx, missing) : {}) })
    .returning({ planId: plans.id, version: plans.version });
  if (!plan) throw new Error("The plan was not written");
  await emitAudit(ctx, db, { entry: "plan.opened", accountId, subject: `plan:${plan.planId}`, after: said });
  return plan;
}

type Change = { planId: number; version: number; submit: boolean };

async function change(ctx: Ctx, accountId: number, { planId, version, submit }: Change, given: Said) {
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
  const said = { ...given, ownerId: given.ownerId ?? before.ownerId };
  const kept = before.kind === said.kind && isAsApproved(before, said);
  const approval = kept ? {} : { approvedBy: null, approvedOn: null, submittedBy: null, submittedOn: null };
  const missing = missingOf({ ...before, ...said, ...approval });
  const completeOn = missing.length === 0 ? (before.completeOn ?? today) : null;
  const [plan] = await db
    .update(plans)
    .set({ ...said, ...approval, completeOn, version: version + 1, ...(submit ? submission(ctx, missing) : {}) })
    .where(eq(plans.id, planId))
    .returning({ planId: plans.id, version: plans.version });
  if (!plan) throw new Error("The plan was not written");
  const entry = submit ? "plan.submitted" : "plan.changed";
  await emitAudit(ctx, db, { entry, accountId, subject: `plan:${planId}`, before, after: said });
  return plan;
}

/** What a plan notes when it goes to leadership: nothing but their approval may be missing. */
function submission(ctx: Ctx, missing: readonly PlanPart[]) {
  const lack = lackWords(missing.filter((part) => part !== "approval"));
  if (lack) throw new AppError("invalid", `${lack} Then leadership can approve it.`);
  if (missing.length === 0) throw new AppError("conflict", "This plan is approved already.");
  return { submittedBy: idOf(ctx), submittedOn: ctx.today, returnedBy: null, returnedNote: null };
}

function idOf({ actor }: Ctx): number | null {
  return actor.kind === "person" ? actor.personId : null;
}

function nameOf({ actor }: Ctx): string {
  return actor.kind === "person" || actor.kind === "key" ? actor.name : actor.job;
}
