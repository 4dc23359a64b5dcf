import "server-only";
import type { TargetTable } from "@/lib/core/import-ledger";
import { accountColumnOf } from "@/lib/ingest/stage";
import { TABLES } from "@/lib/ingest/tables";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

/** What a file need not say: ids are made, and a currency is the workspace's. */
const MADE = new Set(["id", "currency"]);

/** The tables that files may fill, with the columns that a mapping can name. */
export async function listImportTargets(ctx: Ctx): Promise<TargetTable[]> {
  await authorize(ctx, "import:run");
  return [...TABLES.values()].map((spec) => {
    const key = accountColumnOf(spec);
    const isNeeded = (name: string, required = false) =>
      (required && !MADE.has(name)) || (spec.table === "accounts" && name === "name");
    const columns = spec.columns
      .filter(({ isOfFigure }) => !isOfFigure)
      .map(({ name, type, required, values }) => ({
        name,
        type: type as string,
        required: isNeeded(name, required),
        values: values ?? null,
      }));
    return {
      table: spec.table,
      columns: [{ name: key, type: "text", required: true, values: null }, ...columns],
      extraPrefix: spec.extras?.prefix ?? null,
    };
  });
}
