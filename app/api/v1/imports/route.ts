import { postImport } from "@/lib/api/imports";
import { describeImport } from "@/lib/commands/describe-import";
import { requestImport } from "@/lib/commands/request-import";
import { startImport } from "@/lib/commands/start-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/route";
import { ledgerOf } from "./ledger";

/** Takes a file and, where it says by itself what it is, has it imported. */
export const POST = route(postImport, async (ctx, { query, bytes }) => {
  const { file_name: name, table, into_demo: intoDemo = false } = query;
  const { sessionId } = await startImport(ctx);
  const file = { sessionId, name, length: bytes.byteLength, bytes: inOne(bytes) };
  const { importId } = await uploadImportFile(ctx, file);
  if (table) await describeImport(ctx, { importId, table });
  const uploaded = await ledgerOf(ctx, importId);
  if (uploaded && !uploaded.needs_mapping) await requestImport(ctx, { sessionId, what: "apply", intoDemo });
  const ledger = await ledgerOf(ctx, importId);
  if (!ledger) throw new AppError("not_found", "There is no such import.");
  return ledger;
});

async function* inOne(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
