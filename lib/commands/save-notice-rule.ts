import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { noticeMatches, noticeRules } from "@/db/schema";
import { RuleCondition } from "@/lib/core/notices/rule";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const SaveNoticeRule = z.strictObject({
  id: z.int().positive().optional(),
  name: z.string().trim().min(1, "needs a name").max(120),
  measureKey: z.string().min(1, "choose a measure").max(100),
  condition: RuleCondition,
  /** Score rows of every day are kept for ninety. */
  days: z.int().min(1, "must be at least 1").max(90, "must be at most 90"),
  segment: z.string().trim().min(1).max(100).nullable(),
  enabled: z.boolean().default(true),
});

/** Makes a rule or changes one. It looks back over its days at the next run or within a minute, and tells once for each account
 * and spell. */
export async function saveNoticeRule(
  ctx: Ctx,
  { id, ...values }: z.output<typeof SaveNoticeRule>,
): Promise<{ id: number }> {
  await authorize(ctx, "settings:write");
  return withTransaction(ctx, async ({ tx }) => {
    const [before] = id ? await tx.select().from(noticeRules).where(eq(noticeRules.id, id)) : [];
    if (id && !before) throw new AppError("not_found", "There is no such rule.");
    const { rows } = await tx.execute<{ known: boolean }>(sql`
      select exists (
        select from model_versions, json_each(definition->'definitions') d, json_array_elements(
          case when json_typeof(d.value->'measures') = 'array' then d.value->'measures' else '[]' end) m
        where m.value->>'key' = ${values.measureKey}) as known`);
    if (!rows[0]?.known)
      throw new AppError("invalid", "measureKey: no published model reads this measure", {
        measureKey: "no published model reads this measure",
      });
    const [saved] = before
      ? await tx
          .update(noticeRules)
          .set({ ...values, evaluatedRun: null })
          .where(eq(noticeRules.id, before.id))
          .returning({ id: noticeRules.id })
      : await tx
          .insert(noticeRules)
          .values({ ...values, createdBy: ctx.actor.kind === "person" ? ctx.actor.personId : null })
          .returning({ id: noticeRules.id });
    if (!saved) throw new Error("The rule was not stored");
    await tx.delete(noticeMatches).where(eq(noticeMatches.ruleId, saved.id));
    await emitAudit(ctx, tx, {
      entry: "notice_rule.saved",
      subject: `${saved.id} ${values.name}`,
      before,
      after: values,
    });
    return saved;
  });
}
