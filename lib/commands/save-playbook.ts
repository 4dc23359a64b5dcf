import "server-only";
import { and, eq } from "drizzle-orm";
import type { PoolClient } from "pg";
import type { z } from "zod";
import { playbooks } from "@/db/schema";
import { Playbook } from "@/lib/core/playbook/playbook";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadPlaybooks } from "@/lib/server/load-playbooks";
import { keepPlaybooks } from "@/lib/server/run/keep-playbooks";
import { withTransaction } from "@/lib/server/transaction";

export const SavePlaybook = Playbook;

/** Replaces what a band obliges to, for all accounts or for a segment. Refused where the model in force could not be published with
 * it, or where the tone is not that of the playbook it replaces. Clocks follow at once. */
export async function savePlaybook(ctx: Ctx, playbook: z.output<typeof SavePlaybook>): Promise<void> {
  await authorize(ctx, "settings:write");
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const { key, segment } = playbook;
  await withTransaction(
    ctx,
    async ({ tx, client }) => {
      const all = await loadPlaybooks(client as PoolClient);
      const base = all.find((other) => other.key === key && other.segment === null);
      if (segment !== null && !base)
        throw new AppError("invalid", `There is no playbook "${key}" that the segment's own could stand in for.`);
      if (base && base.tone !== playbook.tone)
        throw new AppError("invalid", `${base.name} is ${base.tone}: a playbook keeps the tone of its band.`);
      const row = and(eq(playbooks.band, key), eq(playbooks.segment, segment ?? ""));
      const before = all.find((other) => other.key === key && other.segment === segment) ?? null;
      await tx.delete(playbooks).where(row);
      await tx
        .insert(playbooks)
        .values({ band: key, segment: segment ?? "", definition: playbook, updatedBy: personId, updatedAt: ctx.now });
      await keepPlaybooks(ctx, tx, segment);
      await emitAudit(ctx, tx, { entry: "playbook.saved", subject: subjectOf(playbook), before, after: playbook });
    },
    { statementTimeoutMillis: 0 },
  );
}

function subjectOf({ key, segment }: Playbook): string {
  return segment === null ? `playbook:${key}` : `playbook:${key}:${segment}`;
}
