import { fileResponse, refusalResponse } from "@/app/api/export/file-response";
import { LISTS } from "@/app/api/export/lists";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { type ExportedList, exportList } from "@/lib/commands/export-list";
import { AppError } from "@/lib/errors";
import { writeCsv } from "@/lib/ingest/write-csv";
import { writeXlsx } from "@/lib/ingest/write-xlsx";
import { presentable } from "@/lib/server/presentable";
import { findViewerContext } from "@/lib/server/viewer-context";

/** The most rows of a file; a workbook is built in memory. */
const MOST = { csv: 200_000, xlsx: 20_000 };
const MIME = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A table on screen as a file: all rows of the filter in the address, as CSV or as a workbook. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  const search = new URL(request.url).searchParams;
  try {
    const ctx = await findViewerContext();
    if (!ctx) throw new AppError("unauthenticated", "Sign in, then export again.");
    const { list } = await params;
    const listed = Object.hasOwn(LISTS, list) ? LISTS[list] : undefined;
    if (!listed)
      throw new AppError("not_found", `There is no list "${list}". Lists: ${Object.keys(LISTS).join(", ")}.`);
    const format = search.get("format") ?? "csv";
    if (format !== "csv" && format !== "xlsx") throw new AppError("invalid", "format is csv or xlsx.");
    const { words, read } = await listed(ctx, search);
    const filter = Object.fromEntries([...search].filter(([name]) => !["format", "after", "peek"].includes(name)));
    const found = await exportList(ctx, { list, filter, format, most: MOST[format] }, read);
    const rows = saysScores(found) ? withStanding(found, (await getModelStanding(ctx)).text) : found;
    const name = `${[list, ctx.today, ...words].filter(Boolean).join("_")}.${format}`;
    return fileResponse(format === "csv" ? writeCsv(rows) : await writeXlsx(rows, list), { name, type: MIME[format] });
  } catch (error) {
    return refusalResponse(presentable(error, `export ${request.url}`));
  }
}

/** Whether a list holds scores: then it says how far they are to be believed. */
function saysScores({ header }: ExportedList): boolean {
  return header.some((name) => /^(health|score)(_|$)/.test(name));
}

function withStanding({ header, rows }: ExportedList, standing: string): ExportedList {
  return { header: [...header, "standing"], rows: rows.map((row) => [...row, standing]) };
}
