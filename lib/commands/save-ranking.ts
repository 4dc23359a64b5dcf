import "server-only";
import { eq } from "drizzle-orm";
import type { PoolClient } from "pg";
import { z } from "zod";
import { settings } from "@/db/schema";
import { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { priorityFactsOf, priorityOf } from "@/lib/core/portfolio/triage";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadFormula } from "@/lib/server/run/load-formula";
import { loadRanked } from "@/lib/server/run/load-ranked";
import { lockPublishing } from "@/lib/server/run/lock-publishing";
import { holdCurrentRun, reviseRun } from "@/lib/server/run/revise-run";
import { withTransaction } from "@/lib/server/transaction";

/** Null brings the formula shipped back. */
export const SaveRanking = z.strictObject({ formula: PriorityFormula.nullable() });

/** Changes the formula that orders triage, and orders the current run by it at once. */
export async function saveRanking(ctx: Ctx, { formula }: z.output<typeof SaveRanking>): Promise<{ moved: number }> {
  await authorize(ctx, "settings:write");
  return withTransaction(ctx, async ({ tx, client }) => {
    await lockPublishing(client);
    const [before] = await tx
      .select({ formula: settings.priority })
      .from(settings)
      .where(eq(settings.id, 1))
      .for("update");
    await tx.update(settings).set({ priority: formula }).where(eq(settings.id, 1));
    const moved = await rankAnew(client);
    await emitAudit(ctx, tx, { entry: "ranking.changed", before: before?.formula ?? null, after: formula });
    return { moved };
  });
}

async function rankAnew(client: PoolClient): Promise<number> {
  const formula = await loadFormula(client);
  const { rows, medianCents } = await loadRanked(client);
  const { rows: holds } = await client.query("select from holds where released_at is null limit 1");
  const run = await holdCurrentRun(client);
  // While something is held, rows are ranked by the health before it, which triage does not show.
  if (run && holds.length > 0) {
    await reviseRun(
      client,
      run,
      rows.map(({ accountId }) => accountId),
    );
    return rows.length;
  }
  const { rowCount } = await client.query(
    `update triage t set priority = given.priority from unnest($1::int[], $2::float8[]) given (account_id, priority)
     where t.account_id = given.account_id and t.priority <> given.priority`,
    [
      rows.map(({ accountId }) => accountId),
      rows.map((row) => priorityOf(priorityFactsOf(row, medianCents), formula).priority),
    ],
  );
  await client.query("update runs set revision = revision + 1, published_at = now() where is_current");
  return rowCount ?? 0;
}
