import { isUtf8 } from "node:buffer";
import { bytesOf, type FileSource } from "./file-source";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How a file's text is written, and what says so. UTF-8 is checked to the last byte; what is not UTF-8 is windows-1252,
 * in which every byte is a character. */
export async function detectEncoding(source: FileSource): Promise<{ encoding: Encoding; evidence: string }> {
  let head: Buffer | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let offset = 0;
  for await (const chunk of bytesOf(source)) {
    const bytes: Buffer = rest.length ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    if (!head) {
      head = bytes;
      const wide = utf16Of(head);
      if (wide) return wide;
    }
    const whole = bytes.subarray(0, wholeCharacters(bytes));
    if (!isUtf8(whole)) return notUtf8(whole, line);
    rest = bytes.subarray(whole.length);
    for (let at = whole.indexOf(10); at >= 0; at = whole.indexOf(10, at + 1)) line += 1;
    offset += whole.length;
  }
  if (rest.length > 0) return notUtf8(rest, line);
  const bom = head?.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  return {
    encoding: "utf-8",
    evidence: bom ? "UTF-8, by its byte-order mark" : `UTF-8: all ${offset} bytes are valid`,
  };
}

function utf16Of(head: Buffer): { encoding: Encoding; evidence: string } | null {
  if (head[0] === 0xff && head[1] === 0xfe)
    return { encoding: "utf-16le", evidence: "UTF-16 LE, by its byte-order mark" };
  if (head[0] === 0xfe && head[1] === 0xff)
    return { encoding: "utf-16be", evidence: "UTF-16 BE, by its byte-order mark" };
  const sample = head.subarray(0, 4096);
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

function notUtf8(bytes: Buffer, firstLine: number): { encoding: Encoding; evidence: string } {
  let line = firstLine;
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    if (!isUtf8(bytes.subarray(from, end))) break;
    from = end + 1;
    line += 1;
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from));
  const byte = bytes[from + Buffer.byteLength(text.slice(0, text.indexOf("\ufffd")))] ?? 0;
  const name = `0x${byte.toString(16).padStart(2, "0").toUpperCase()}`;
  return { encoding: "windows-1252", evidence: `byte ${name} on line ${line} is not UTF-8; read as windows-1252` };
}
