import { fileResponse, refusalResponse } from "@/app/api/export/file-response";
import { getErrorFile } from "@/db/queries/get-error-file";
import { AppError } from "@/lib/errors";
import { writeCsv } from "@/lib/ingest/write-csv";
import { presentable } from "@/lib/server/presentable";
import { findViewerContext } from "@/lib/server/viewer-context";

/** The rejected records of an import as a file that, mended, can be imported. */
export async function GET(_request: Request, { params }: { params: Promise<{ import: string }> }): Promise<Response> {
  try {
    const ctx = await findViewerContext();
    if (!ctx) throw new AppError("unauthenticated", "Sign in, then ask for the file again.");
    const { name, table } = await getErrorFile(ctx, Number((await params).import) || 0);
    return fileResponse(writeCsv(table), { name, type: "text/csv; charset=utf-8" });
  } catch (error) {
    return refusalResponse(presentable(error, "import errors"));
  }
}
