import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

const CHUNK = 1 << 18;

/** Streams blocks of COPY text into a table; returns the number of rows. */
export async function copyText(
  client: PoolClient,
  table: string,
  columns: string,
  blocks: Iterable<string>,
): Promise<number> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`));
  await pipeline(Readable.from(chunked(blocks)), stream);
  return stream.rowCount ?? 0;
}

function* chunked(blocks: Iterable<string>): Generator<Buffer> {
  let text = "";
  for (const block of blocks) {
    text += block;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}
