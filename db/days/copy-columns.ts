import "server-only";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { ColumnType } from "@/lib/core/measures/columns";

/** How a column of the query arrives, and what stands for null in it. A date is selected as its day number, an int4. */
export type CopyColumn = { type: Exclude<ColumnType, "date"> | "float8"; absent: number };

const HEADER = 19;
const END = -1;

/** The result of a query as one typed array a column, over binary COPY: no row objects, no text. */
export async function copyColumns(
  client: ClientBase,
  select: string,
  columns: readonly CopyColumn[],
): Promise<Float64Array[]> {
  const stream = client.query(copyTo(`copy (${select}) to stdout (format binary)`, { highWaterMark: 1 << 20 }));
  const table = new Table(columns);
  let rest: Buffer = Buffer.alloc(0);
  let isStart = true;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isStart && bytes.length >= HEADER) {
      bytes = bytes.subarray(HEADER);
      isStart = false;
    }
    rest = isStart ? bytes : bytes.subarray(table.read(bytes));
  }
  if (!table.ended) throw new Error("COPY ended without its trailer");
  return table.columns();
}

class Table {
  ended = false;
  private n = 0;
  private capacity = 4096;
  private arrays: Float64Array[];

  constructor(private readonly specs: readonly CopyColumn[]) {
    this.arrays = specs.map(() => new Float64Array(this.capacity));
  }

  columns(): Float64Array[] {
    return this.arrays.map((array) => array.slice(0, this.n));
  }

  /** Reads the whole rows in the bytes; returns where the first broken one begins. */
  read(bytes: Buffer): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { specs } = this;
    let at = 0;
    while (at + 2 <= bytes.length && !this.ended) {
      if (view.getInt16(at) === END) {
        this.ended = true;
        return at + 2;
      }
      if (this.n === this.capacity) this.grow();
      let next = at + 2;
      for (let i = 0; i < specs.length; i++) {
        if (next + 4 > bytes.length) return at;
        const length = view.getInt32(next);
        next += 4;
        const spec = specs[i] as CopyColumn;
        const array = this.arrays[i] as Float64Array;
        if (length < 0) {
          array[this.n] = spec.absent;
          continue;
        }
        if (next + length > bytes.length) return at;
        array[this.n] = valueAt(view, next, spec.type);
        next += length;
      }
      this.n++;
      at = next;
    }
    return at;
  }

  private grow(): void {
    this.capacity *= 2;
    this.arrays = this.arrays.map((array) => {
      const larger = new Float64Array(this.capacity);
      larger.set(array);
      return larger;
    });
  }
}

function valueAt(view: DataView, at: number, type: CopyColumn["type"]): number {
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
