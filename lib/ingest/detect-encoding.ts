import { isUtf8 } from "node:buffer";
import { bytesOf, type FileSource } from "./file-source";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const HEAD = 4096;

interface Detected {
  encoding: Encoding;
  evidence: string;
}

/** How a file's text is written, and what says so. UTF-8 is checked to the last byte; what is not UTF-8 is windows-1252,
 * in which every byte is a character. */
export async function detectEncoding(source: FileSource): Promise<Detected> {
  let head: Buffer | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of headFirst(source)) {
    const bytes: Buffer = rest.length ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    if (!head) {
      head = bytes;
      const wide = utf16Of(head);
      if (wide) return wide;
    }
    const whole = bytes.subarray(0, wholeCharacters(bytes));
    if (!isUtf8(whole)) return notUtf8(source, whole, offset);
    rest = bytes.subarray(whole.length);
    offset += whole.length;
  }
  if (rest.length > 0) return notUtf8(source, rest, offset);
  const hasMark = head?.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  return {
    encoding: "utf-8",
    evidence: hasMark
      ? "UTF-8, by its byte-order mark"
      : `UTF-8: all ${offset.toLocaleString("en-US")} bytes are valid`,
  };
}

/** A file's bytes with a first piece that is large enough to judge by. */
async function* headFirst(source: FileSource): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] | null = [];
  let size = 0;
  for await (const chunk of bytesOf(source)) {
    size += chunk.length;
    head?.push(chunk);
    if (!head) yield chunk;
    else if (size >= HEAD) {
      yield Buffer.concat(head);
      head = null;
    }
  }
  if (head) yield Buffer.concat(head);
}

function utf16Of(head: Buffer): Detected | null {
  if (head[0] === 0xff && head[1] === 0xfe)
    return { encoding: "utf-16le", evidence: "UTF-16 LE, by its byte-order mark" };
  if (head[0] === 0xfe && head[1] === 0xff)
    return { encoding: "utf-16be", evidence: "UTF-16 BE, by its byte-order mark" };
  const sample = head.subarray(0, HEAD);
  const pairs = Math.floor(sample.length / 2);
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = pairs / 2;
  if (pairs > 1 && odd > half && even === 0)
    return { encoding: "utf-16le", evidence: `UTF-16 LE: ${odd} of ${pairs} second bytes are NUL, no first byte is` };
  if (pairs > 1 && even > half && odd === 0)
    return { encoding: "utf-16be", evidence: `UTF-16 BE: ${even} of ${pairs} first bytes are NUL, no second byte is` };
  return null;
}

/** How many of the bytes are surely whole UTF-8 characters: a character cut by the chunk's end waits for the next. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

async function notUtf8(source: FileSource, bytes: Buffer, before: number): Promise<Detected> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const at = Buffer.byteLength(text.slice(0, text.indexOf("\ufffd")));
  const name = `0x${(bytes[at] ?? 0).toString(16).padStart(2, "0").toUpperCase()}`;
  const line = await lineAt(source, before + at);
  return { encoding: "windows-1252", evidence: `byte ${name} on line ${line} is not UTF-8; read as windows-1252` };
}

/** The physical line that holds the byte at an offset; lines end with LF, CR or CRLF. */
async function lineAt(source: FileSource, offset: number): Promise<number> {
  let line = 1;
  let at = 0;
  let isAfterCr = false;
  for await (const chunk of source.open()) {
    for (const byte of chunk) {
      if (at >= offset) return line;
      if (byte === 13 || (byte === 10 && !isAfterCr)) line += 1;
      isAfterCr = byte === 13;
      at += 1;
    }
  }
  return line;
}
