import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { AppError } from "@/lib/errors";

/** A file that can be read from its beginning as often as needed: on a disk, in the database's chunks, in memory. */
export interface FileSource {
  name: string;
  open(): AsyncIterable<Uint8Array>;
}

const MEGABYTE = 1024 * 1024;
const MAX_FILE = 150 * MEGABYTE;

/** A file on this machine's disk. */
export function fileSource(path: string): FileSource {
  return { name: basename(path), open: () => diskBytes(path) };
}

async function* diskBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new AppError("not_found", `There is no file ${path}.`);
  }
}

/** A file's bytes, stopped by an AppError where it is larger than files may be. */
export async function* bytesOf(source: FileSource, most = MAX_FILE): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source.open()) {
    bytes += chunk.length;
    if (bytes > most) {
      const limit = `${Math.round(most / MEGABYTE)} MB`;
      throw new AppError("invalid", `${source.name} is larger than ${limit}. Split it and import the parts.`);
    }
    yield chunk;
  }
}
