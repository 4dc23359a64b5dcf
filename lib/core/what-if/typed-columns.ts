const TYPES = { i8: Int8Array, u8: Uint8Array, i16: Int16Array, i32: Int32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;
export type TypedColumn = Int8Array | Uint8Array | Int16Array | Int32Array | Float64Array;
export type TypedColumns = Record<string, TypedColumn>;

type Head = { about: unknown; columns: Array<{ name: string; type: TypeName; length: number }> };

/** Every column begins at a multiple of this, so that it is read where it lies. */
const ALIGNED = 8;

const aligned = (bytes: number) => Math.ceil(bytes / ALIGNED) * ALIGNED;

/** Typed columns and what is said about them as bytes: the length of a head (4 bytes), the head as ASCII JSON, then each column as it
 * lies in memory, little-endian. */
export function encodeColumns(about: unknown, columns: TypedColumns): Uint8Array {
  const head: Head = {
    about,
    columns: Object.entries(columns).map(([name, column]) => ({ name, type: typeOf(column), length: column.length })),
  };
  const text = asciiOf(JSON.stringify(head));
  const start = aligned(4 + text.length);
  const size = Object.values(columns).reduce((sum, column) => sum + aligned(column.byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = start;
  for (const column of Object.values(columns)) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += aligned(column.byteLength);
  }
  return bytes;
}

/** The columns and what is said about them, out of their bytes; the columns are views, nothing is copied. Throws on bytes that
 * are none. */
export function decodeColumns(bytes: ArrayBuffer): { about: unknown; columns: TypedColumns } {
  const length = bytes.byteLength < 4 ? Number.POSITIVE_INFINITY : new DataView(bytes).getUint32(0, true);
  if (4 + length > bytes.byteLength) throw new RangeError("decodeColumns requires the bytes of encodeColumns");
  const head = JSON.parse(textOf(new Uint8Array(bytes, 4, length))) as Head;
  let at = aligned(4 + length);
  const columns = head.columns.map(({ name, type, length: n }): [string, TypedColumn] => {
    const column = new TYPES[type](bytes, at, n);
    at += aligned(column.byteLength);
    return [name, column];
  });
  return { about: head.about, columns: Object.fromEntries(columns) };
}

/** JSON as bytes: what lies beyond ASCII is escaped, as JSON allows, so that a byte is a character. */
function asciiOf(json: string): Uint8Array {
  const escaped = json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return Uint8Array.from({ length: escaped.length }, (_, i) => escaped.charCodeAt(i));
}

function textOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function typeOf(column: TypedColumn): TypeName {
  const found = (Object.keys(TYPES) as TypeName[]).find((name) => column.constructor === TYPES[name]);
  if (!found) throw new RangeError("encodeColumns requires columns of a type that it knows");
  return found;
}
