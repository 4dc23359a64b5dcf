import "server-only";
import { asc, eq } from "drizzle-orm";
import { importFaults, imports } from "@/db/schema";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

const SHOWN_FAULTS = 1000;

/** The ledger of an imported file, and the first of its records that were not taken. */
export async function findImport(ctx: Ctx, importId: number) {
  await authorize(ctx, "import:run");
  const [found] = await ctx.db.select().from(imports).where(eq(imports.id, importId));
  if (!found) return null;
  const faults = await ctx.db
    .select({ line: importFaults.line, field: importFaults.field, detail: importFaults.reason })
    .from(importFaults)
    .where(eq(importFaults.importId, importId))
    .orderBy(asc(importFaults.line), asc(importFaults.id))
    .limit(SHOWN_FAULTS);
  return { ...found, faults };
}
