import { getSettings } from "@/db/queries/get-settings";
import { batchOperations } from "@/lib/api/batches";
import { ingestRows } from "@/lib/commands/ingest-rows";
import { rowReason, sourceRow } from "@/lib/ingest/json-rows";
import type { SourceRow } from "@/lib/ingest/read-rows";
import { route } from "@/lib/server/route";
import { faultsOf } from "./batch-scorecards";

/** The batch of each table, by the table's name. */
export const postRows = new Map(batchOperations.map((operation) => [operation.spec.table, batchOf(operation)]));

function batchOf(operation: (typeof batchOperations)[number]) {
  const { spec, row: schema } = operation;
  return route(operation, async (ctx, { body: { rows } }) => {
    const { currency } = await getSettings(ctx);
    const faulty = new Map<number, ReturnType<typeof faultsOf>>();
    const read = rows.flatMap((row, index): SourceRow[] => {
      const parsed = schema.safeParse(row);
      if (parsed.success) return [sourceRow(spec, parsed.data, index, currency)];
      faulty.set(index, faultsOf(parsed.error, index));
      return [];
    });
    const { rejections, firstDay, lastDay, ...counts } = await ingestRows(ctx, { table: spec.table, rows: read });
    const refused = rejections.map(({ line, column, reason }) => ({
      ...{ index: line, field: column, detail: rowReason(reason) },
    }));
    const errors = [...faulty.values()].flat().concat(refused);
    errors.sort((a, b) => a.index - b.index);
    return {
      ...{ table: spec.table, rows: rows.length, ...counts, rejected: faulty.size + rejections.length },
      ...{ first_day: firstDay, last_day: lastDay, errors },
    };
  });
}
