import { fileResponse, refusalResponse } from "@/app/api/export/file-response";
import { AppError } from "@/lib/errors";
import { accountColumnOf } from "@/lib/ingest/stage";
import { TABLES } from "@/lib/ingest/tables";
import { writeCsv } from "@/lib/ingest/write-csv";

/** An empty file of a table with the import's columns. It tells nothing of anybody, so nobody is asked who they are. */
export async function GET(_request: Request, { params }: { params: Promise<{ table: string }> }): Promise<Response> {
  const { table } = await params;
  const spec = TABLES.get(table.replace(/\.csv$/, ""));
  if (!spec) {
    const known = [...TABLES.keys()].join(", ");
    return refusalResponse(new AppError("not_found", `There is no table "${table}". Tables: ${known}.`));
  }
  const header = [accountColumnOf(spec), ...spec.columns.map(({ name }) => name)];
  return fileResponse(writeCsv({ header, rows: [] }), { name: `${spec.table}.csv`, type: "text/csv; charset=utf-8" });
}
