import "server-only";
import { z } from "zod";
import { savedMappings } from "@/db/schema";
import { Mapping } from "@/lib/ingest/mapping";
import { TABLES } from "@/lib/ingest/tables";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const SaveMapping = z.strictObject({
  name: z.string().trim().min(1, "The mapping needs a name.").max(80),
  table: z.string().refine((table) => TABLES.has(table), "is not a table that files may fill"),
  headers: z.array(z.string()).min(1),
  mapping: Mapping,
});

/** Keeps a mapping under a name, for next month's file with the same columns; the name's former one is replaced. */
export async function saveMapping(ctx: Ctx, input: z.output<typeof SaveMapping>): Promise<void> {
  await authorize(ctx, "import:run");
  await withTransaction(ctx, async ({ tx }) => {
    // Links name another file of one session: they cannot be kept.
    const mapping = { ...input.mapping, links: {} };
    const kept = { ...input, mapping, savedBy: actorName(ctx.actor), savedAt: ctx.now };
    await tx.insert(savedMappings).values(kept).onConflictDoUpdate({ target: savedMappings.name, set: kept });
    await emitAudit(ctx, tx, { entry: "mapping.saved", subject: input.name, after: { table: input.table } });
  });
}
