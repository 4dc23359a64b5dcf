import "server-only";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { ColumnType } from "@/lib/core/measures/columns";
import { type PlaceOfWord, placeOfWord } from "./place-of-word";

/** How a column of the query arrives, and what stands for null in it. A date is selected as its day number, an int4. A text of
 * few different words arrives as its place among `words`, to which those that are new are added. */
export type CopyColumn = { absent: number } & (
  | { type: Exclude<ColumnType, "date"> | "float8" }
  | { type: "text"; words: string[] }
);

/** A query whose rows are copied into columns. */
export type CopyQuery = { sql: string; columns: readonly CopyColumn[] };

const HEADER = 19;
const END = -1;

/** The results of queries as one typed array a column, over binary COPY: no row objects, no text. While the server works on a
 * query, the one before is decoded. */
export async function copyColumns(client: ClientBase, queries: readonly CopyQuery[]): Promise<Float64Array[][]> {
  const results: Float64Array[][] = [];
  let last: { bytes: Buffer; columns: readonly CopyColumn[] } | null = null;
  for (const { sql, columns } of queries) {
    const copying = copyBytes(client, sql);
    if (last) results.push(decoded(last.bytes, last.columns));
    last = { bytes: await copying, columns };
  }
  if (last) results.push(decoded(last.bytes, last.columns));
  return results;
}

async function copyBytes(client: ClientBase, select: string): Promise<Buffer> {
  const stream = client.query(copyTo(`copy (${select}) to stdout (format binary)`, { highWaterMark: 1 << 20 }));
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function decoded(bytes: Buffer, specs: readonly CopyColumn[]): Float64Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = rowsIn(view);
  const arrays = specs.map(() => new Float64Array(rows));
  const places = specs.map((spec) => (spec.type === "text" ? placeOfWord(bytes, spec.words) : null));
  let at = HEADER;
  for (let row = 0; row < rows; row++) {
    at += 2;
    for (let i = 0; i < specs.length; i++) {
      const { type, absent } = specs[i] as CopyColumn;
      const length = view.getInt32(at);
      at += 4;
      (arrays[i] as Float64Array)[row] =
        length < 0 ? absent : type === "text" ? (places[i] as PlaceOfWord)(at, length) : numberAt(view, at, type);
      if (length > 0) at += length;
    }
  }
  return arrays;
}

/** Counts the rows by walking their lengths up to the trailer. */
function rowsIn(view: DataView): number {
  let rows = 0;
  let at = HEADER;
  for (let fields = view.getInt16(at); fields !== END; fields = view.getInt16(at)) {
    at += 2;
    for (let i = 0; i < fields; i++) at += 4 + Math.max(0, view.getInt32(at));
    rows++;
  }
  return rows;
}

function numberAt(view: DataView, at: number, type: Exclude<CopyColumn["type"], "text">): number {
  switch (type) {
    case "int2":
      return view.getInt16(at);
    case "int4":
      return view.getInt32(at);
    case "int8":
      return view.getInt32(at) * 4294967296 + view.getUint32(at + 4);
    case "float8":
      return view.getFloat64(at);
  }
}
