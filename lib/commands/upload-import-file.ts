import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { chunkSource } from "@/lib/ingest/chunk-source";
import { describeFile } from "@/lib/ingest/describe-file";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const MEGABYTE = 1024 * 1024;
const MAX_FILE = 150 * MEGABYTE;

export interface UploadedFile {
  sessionId: number;
  name: string;
  /** What the sender says that it sends; null where it does not say. */
  length: number | null;
  bytes: AsyncIterable<Uint8Array>;
  /** Whether somebody can say how the file is written where that was found out wrongly; otherwise such a file is refused. */
  mayBeMended?: boolean;
}

/** Keeps a file's bytes in the database, in pieces as they come, and says what the file is. Bytes that are not as many as
 * announced are not kept. */
export async function uploadImportFile(ctx: Ctx, file: UploadedFile): Promise<{ importId: number }> {
  await authorize(ctx, "import:run");
  const pool = ctx.db.$client;
  const tooLarge = `${file.name} is larger than ${MAX_FILE / MEGABYTE} MB. Split it and import the parts.`;
  if ((file.length ?? 0) > MAX_FILE) throw new AppError("invalid", tooLarge);
  const { rows } = await pool.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('imports', 'id'))::int as id from import_sessions where id = $1 and request is null`,
    [file.sessionId],
  );
  const importId = rows[0]?.id;
  if (importId === undefined) throw new AppError("conflict", "This import takes no files now. Start another one.");
  try {
    const hash = createHash("sha256");
    let bytes = 0;
    let n = 0;
    for await (const piece of ofAMegabyte(file.bytes)) {
      bytes += piece.length;
      if (bytes > MAX_FILE) throw new AppError("invalid", tooLarge);
      hash.update(piece);
      await pool.query("insert into import_chunks (import_id, n, bytes) values ($1, $2, $3)", [importId, n, piece]);
      n += 1;
    }
    if (bytes === 0) throw new AppError("invalid", `${file.name} is empty.`);
    if (file.length !== null && file.length !== bytes)
      throw new AppError("invalid", `${bytes} of ${file.length} bytes of ${file.name} came. Upload it again.`);
    const source = chunkSource(pool, importId, file.name);
    const { profile, table, mapping } = await describeFile(pool, source);
    if (profile.fault !== null && !file.mayBeMended) throw new AppError("invalid", profile.fault);
    await withTransaction(ctx, async ({ tx, client }) => {
      const kept = [importId, file.sessionId, table, file.name, hash.digest("hex"), bytes];
      await client.query(
        `insert into imports (id, session_id, status, table_name, file_name, file_hash, file_bytes, dialect, profile, mapping, imported_by)
         overriding system value values ($1, $2, 'uploaded', $3, $4, $5, $6, $7, $8, $9, $10)`,
        [...kept, json(profile.dialect), json(profile), json(mapping), actorName(ctx.actor)],
      );
      await client.query("update import_sessions set preview = null where id = $1", [file.sessionId]);
      await emitAudit(ctx, tx, { entry: "import.uploaded", subject: file.name, after: { importId, bytes } });
    });
    return { importId };
  } catch (error) {
    await pool.query("delete from import_chunks where import_id = $1", [importId]);
    throw error;
  }
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

async function* ofAMegabyte(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    parts.push(part);
    size += part.length;
    if (size < MEGABYTE) continue;
    yield Buffer.concat(parts);
    parts = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(parts);
}
