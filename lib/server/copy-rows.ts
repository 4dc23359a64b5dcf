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
  const fields = columns.map(fieldOf);
  out.bytes(HEADER);
  for (let row = 0; row < rows; row++) {
    out.int16(columns.length);
    for (const write of fields) write(out, row);
    if (out.length >= CHUNK) yield out.take();
  }
  out.int16(-1);
  yield out.take();
}

type Field = (out: Chunk, row: number) => void;

function fieldOf(column: CopyColumn): Field {
  switch (column.type) {
    case "int2":
      return sized(column.at, 2, (buffer, at, value) => buffer.writeInt16BE(value, at));
    case "int4":
      return sized(column.at, 4, (buffer, at, value) => buffer.writeInt32BE(value, at));
    case "int8":
      return sized(column.at, 8, (buffer, at, value) => buffer.writeBigInt64BE(BigInt(value), at));
    case "float4":
      return sized(column.at, 4, (buffer, at, value) => buffer.writeFloatBE(value, at));
    case "float8":
      return sized(column.at, 8, (buffer, at, value) => buffer.writeDoubleBE(value, at));
    case "date":
      return sized(column.at, 4, (buffer, at, value) => buffer.writeInt32BE(value - POSTGRES_EPOCH, at));
    case "bool":
      return sized(column.at, 1, (buffer, at, value) => buffer.writeInt8(value ? 1 : 0, at));
    case "text":
    case "json":
      return orNull(column.at, (out, value) => out.text(value));
    case "jsonb":
      return orNull(column.at, (out, value) => out.text(`\x01${value}`));
    case "int2[]":
      return orNull(column.at, writeSmallInts);
    case "float8[]":
      return orNull(column.at, writeDoubles);
  }
}

function sized<Value>(
  valueAt: Row<Value>,
  bytes: number,
  write: (buffer: Buffer, at: number, value: Value) => void,
): Field {
  return orNull(valueAt, (out, value) => {
    const at = out.field(bytes);
    write(out.buffer, at, value);
  });
}

function orNull<Value>(valueAt: Row<Value>, write: (out: Chunk, value: Value) => void): Field {
  return (out, row) => {
    const value = valueAt(row);
    if (value === null) out.int32(-1);
    else write(out, value);
  };
}

function writeSmallInts(out: Chunk, values: ArrayLike<number | null>): void {
  const n = values.length;
  let nulls = 0;
  for (let i = 0; i < n; i++) if (values[i] === null) nulls++;
  let at = writeShape(out, { n, element: 21, bytes: 6 * n - 2 * nulls, hasNull: nulls > 0 });
  for (let i = 0; i < n; i++) {
    const value = values[i] as number | null;
    at = out.buffer.writeInt32BE(value === null ? -1 : 2, at);
    if (value !== null) at = out.buffer.writeInt16BE(value, at);
  }
}

function writeDoubles(out: Chunk, values: ArrayLike<number>): void {
  const n = values.length;
  let at = writeShape(out, { n, element: 701, bytes: 12 * n, hasNull: false });
  for (let i = 0; i < n; i++) {
    at = out.buffer.writeInt32BE(8, at);
    at = out.buffer.writeDoubleBE(values[i] as number, at);
  }
}

/** Writes an array's head and returns where its elements go. An empty one has no dimension. */
function writeShape(
  out: Chunk,
  { n, element, bytes, hasNull }: { n: number; element: number; bytes: number; hasNull: boolean },
): number {
  const shape = n === 0 ? [0, 0, element] : [1, hasNull ? 1 : 0, element, n, 1];
  let at = out.field(4 * shape.length + bytes);
  for (const word of shape) at = out.buffer.writeInt32BE(word, at);
  return at;
}

class Chunk {
  buffer = Buffer.allocUnsafeSlow(LEAST);
  length = 0;

  private room(bytes: number): number {
    const at = this.length;
    this.length += bytes;
    if (this.length > this.buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.length));
      this.buffer.copy(larger, 0, 0, at);
      this.buffer = larger;
    }
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

  /** Makes room for a field of so many bytes, says its size, and returns where it goes. */
  field(bytes: number): number {
    const at = this.room(4 + bytes);
    return this.buffer.writeInt32BE(bytes, at);
  }

  bytes(source: Buffer): void {
    const at = this.room(source.length);
    source.copy(this.buffer, at);
  }

  text(value: string): void {
    const at = this.room(4 + 3 * value.length);
    const bytes = this.buffer.write(value, at + 4);
    this.buffer.writeInt32BE(bytes, at);
    this.length = at + 4 + bytes;
  }

  take(): Buffer {
    const filled = this.buffer.subarray(0, this.length);
    this.buffer = Buffer.allocUnsafeSlow(this.buffer.length);
    this.length = 0;
    return filled;
  }
}
