import { AppError } from "@/lib/errors";
import type { FileSource } from "./file-source";

/** What reads one statement's rows at a time: a pool, so that reading does not wait for the connection that writes. */
interface Reader {
  query(text: string, values: unknown[]): Promise<{ rows: Array<{ bytes: Buffer }> }>;
}

/** An uploaded file, read from its pieces in the database. */
export function chunkSource(reader: Reader, importId: number, name: string): FileSource {
  return { name, open: () => pieces(reader, importId, name) };
}

async function* pieces(reader: Reader, importId: number, name: string): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n += 1) {
    const { rows } = await reader.query("select bytes from import_chunks where import_id = $1 and n = $2", [
      importId,
      n,
    ]);
    if (rows[0]) yield rows[0].bytes;
    else if (n > 0) return;
    else throw new AppError("conflict", `${name} is kept no longer. Upload it again.`);
  }
}
