import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { isDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { MATTER } from "@/lib/server/matter";
import { withTransaction } from "@/lib/server/transaction";

const Mark = z.union([
  z.strictObject({ kind: z.literal("done") }),
  z.strictObject({ kind: z.literal("snoozed"), until: z.string().refine(isDay, "A day as YYYY-MM-DD.") }),
]);
export const MarkTriage = z.strictObject({
  accountIds: z.array(z.int().positive()).min(1).max(500),
  /** null takes the mark away again. */
  mark: Mark.nullable(),
});
export type TriageMark = z.output<typeof Mark>;

/** Takes accounts out of the queue until something new is the matter with them: done, or snoozed until a day. Returns the
 * marks that stood before, for undo. */
export async function markTriage(
  ctx: Ctx,
  { accountIds, mark }: z.output<typeof MarkTriage>,
): Promise<{ accountId: number; before: TriageMark | null }[]> {
  await authorize(ctx, "work:write");
  if (mark?.kind === "snoozed" && mark.until <= ctx.today)
    throw new AppError("invalid", "Snooze until a day that is still to come.");
  const patient = { statementTimeoutMillis: 15_000 };
  return withTransaction(
    ctx,
    async ({ tx, client }) => {
      // A run that publishes holds the queue for a moment: the mark, shown already, waits for it rather than fail.
      await client.query("set local lock_timeout = '10s'");
      const within = { ...ctx, db: tx };
      const done: { accountId: number; before: TriageMark | null }[] = [];
      for (const accountId of accountIds) {
        await authorize(within, "work:write", accountId);
        const { rows } = await tx.execute<{ kind: "done" | "snoozed"; until: string | null }>(
          sql`delete from triage_marks where account_id = ${accountId} returning kind, until`,
        );
        const [old] = rows;
        const before = !old
          ? null
          : old.kind === "done"
            ? { kind: old.kind }
            : { kind: old.kind, until: old.until ?? "" };
        if (mark) await setMark(within, accountId, mark);
        await emitAudit(within, tx, { entry: "triage.marked", accountId, before, after: mark });
        done.push({ accountId, before });
      }
      return done;
    },
    patient,
  );
}

/** The reasons of the moment are what the mark answers: another one brings the row back. */
async function setMark({ db, actor }: Ctx, accountId: number, mark: TriageMark): Promise<void> {
  const by = actor.kind === "person" ? actor.personId : null;
  await db.execute(sql`
    insert into triage_marks (account_id, kind, reasons, until, marked_by)
    select ${accountId}, ${mark.kind}, coalesce((select array_agg(${sql.raw(MATTER)}) from triage t, jsonb_array_elements(t.reasons) r (one)
      where t.account_id = ${accountId}), '{}'), ${mark.kind === "snoozed" ? mark.until : null}::date, ${by}`);
}
