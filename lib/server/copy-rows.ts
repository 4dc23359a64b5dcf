import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";

type Row<Value> = (row: number) => Value | null;

/** One column of a binary COPY; `at` gives a row's value. Dates are day numbers, json is text. */
export type CopyColumn = { name: string } & (
  | { type: "int2" | "int4" | "int8" | "float4" | "float8" | "date"; at: Row<number> }
  | { type: "text" | "json" | "jsonb"; at: Row<string> }
  | { type: "bool"; at: Row<boolean> }
  | { type: "int2[]"; at: Row<ArrayLike<number | null>> }
  | { type: "float8[]"; at: Row<ArrayLike<number>> }
);

/** Days from 1970-01-01 to 2000-01-01, from which Postgres counts. */
const POSTGRES_EPOCH = 10_957;
const CHUNK = 1 << 16;
const LEAST = 1 << 13;
const NOTHING = Buffer.alloc(0);
const HEADER = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);

/** Writes rows into a table by binary COPY on an open connection; several times as fast as rows of parameters. */
export async function copyRows(client: ClientBase, table: string, columns: CopyColumn[], rows: number): Promise<void> {
  if (rows === 0) return;
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  const target = client.query(from(`copy ${table} (${names}) from stdin (format binary)`));
  await pipeline(Readable.from(chunks(columns, rows), { objectMode: true, highWaterMark: 4 }), target);
}

function* chunks(columns: CopyColumn[], rows: number): Generator<Buffer> {
  const out = new Chunk();
  out.bytes(HEADER);
  for (let row = 0; row < rows; row++) {
    out.int16(columns.length);
    for (const column of columns) writeField(out, column, row);
    if (out.length >= CHUNK) yield out.take();
  }
  out.int16(-1);
  yield out.take();
}

function writeField(out: Chunk, column: CopyColumn, row: number): void {
  const value = column.at(row);
  if (value === null) {
    out.int32(-1);
    return;
  }
  switch (column.type) {
    case "int2":
      out.sized(2, (at) => out.buffer.writeInt16BE(value as number, at));
      break;
    case "int4":
      out.sized(4, (at) => out.buffer.writeInt32BE(value as number, at));
      break;
    case "int8":
      out.sized(8, (at) => out.buffer.writeBigInt64BE(BigInt(value as number), at));
      break;
    case "float4":
      out.sized(4, (at) => out.buffer.writeFloatBE(value as number, at));
      break;
    case "float8":
      out.sized(8, (at) => out.buffer.writeDoubleBE(value as number, at));
      break;
    case "date":
      out.sized(4, (at) => out.buffer.writeInt32BE((value as number) - POSTGRES_EPOCH, at));
      break;
    case "bool":
      out.sized(1, (at) => out.buffer.writeInt8(value ? 1 : 0, at));
      break;
    case "text":
    case "json":
      out.text(value as string, "");
      break;
    case "jsonb":
      out.text(value as string, "\x01");
      break;
    case "int2[]":
      writeArray(out, value as ArrayLike<number | null>, 21, 2);
      break;
    case "float8[]":
      writeArray(out, value as ArrayLike<number>, 701, 8);
      break;
  }
}

function writeArray(out: Chunk, values: ArrayLike<number | null>, element: number, size: 2 | 8): void {
  const n = values.length;
  let bytes = n === 0 ? 12 : 20;
  let hasNull = 0;
  for (let i = 0; i < n; i++) {
    bytes += values[i] === null ? 4 : 4 + size;
    if (values[i] === null) hasNull = 1;
  }
  out.int32(bytes);
  for (const word of n === 0 ? [0, 0, element] : [1, hasNull, element, n, 1]) out.int32(word);
  for (let i = 0; i < n; i++) {
    const value = values[i] as number | null;
    if (value === null) out.int32(-1);
    else if (size === 2) out.sized(2, (at) => out.buffer.writeInt16BE(value, at));
    else out.sized(8, (at) => out.buffer.writeDoubleBE(value, at));
  }
}

class Chunk {
  buffer = NOTHING;
  length = 0;

  private room(bytes: number): number {
    if (this.length + bytes > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes, LEAST));
      this.buffer.copy(larger, 0, 0, this.length);
      this.buffer = larger;
    }
    const at = this.length;
    this.length += bytes;
    return at;
  }

  int16(value: number): void {
    const at = this.room(2);
    this.buffer.writeInt16BE(value, at);
  }

  int32(value: number): void {
    const at = this.room(4);
    this.buffer.writeInt32BE(value, at);
  }

  sized(bytes: number, write: (at: number) => void): void {
    const at = this.room(4 + bytes);
    this.buffer.writeInt32BE(bytes, at);
    write(at + 4);
  }

  bytes(source: Buffer): void {
    const at = this.room(source.length);
    source.copy(this.buffer, at);
  }

  text(value: string, prefix: string): void {
    const whole = prefix + value;
    const bytes = Buffer.byteLength(whole);
    const at = this.room(4 + bytes);
    this.buffer.writeInt32BE(bytes, at);
    this.buffer.write(whole, at + 4);
  }

  take(): Buffer {
    const filled = this.buffer.subarray(0, this.length);
    this.buffer = NOTHING;
    this.length = 0;
    return filled;
  }
}
