import { AppError } from "@/lib/errors";
import type { Encoding } from "./detect-encoding";
import { bytesOf, type FileSource } from "./file-source";

/** A file's text in pieces, without its byte-order mark. Halves of UTF-16 characters are kept, so that the record that
 * holds one can be refused by name. */
export async function* decodeText(source: FileSource, encoding: Encoding): AsyncGenerator<string> {
  const decode = encoding.startsWith("utf-16") ? utf16Decoder(encoding === "utf-16be") : decoderOf(encoding);
  let isFirst = true;
  for await (const chunk of bytesOf(source)) {
    const text = decode(chunk);
    if (text === "") continue;
    yield isFirst && text.startsWith("\ufeff") ? text.slice(1) : text;
    isFirst = false;
  }
  const end = decode(null);
  if (end !== "") yield end;
}

function decoderOf(encoding: Encoding): (chunk: Uint8Array | null) => string {
  if (encoding === "windows-1252") {
    return (chunk) =>
      Buffer.from(chunk ?? [])
        .toString("latin1")
        .replace(/[\x80-\x9f]/g, (char) => HIGH[char.charCodeAt(0) - 0x80] ?? char);
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (chunk) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
      throw new AppError("invalid", "The file is not UTF-8 text: choose another encoding.", {}, { cause: error });
    }
  };
}

/** Bytes 0x80 to 0x9F of windows-1252; Node's own decoder reads them as ISO 8859-1. Five of them mean nothing. */
const HIGH = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];

function utf16Decoder(isBigEndian: boolean): (chunk: Uint8Array | null) => string {
  let odd = Buffer.alloc(0);
  return (chunk) => {
    const bytes = Buffer.concat([odd, chunk ?? Buffer.alloc(0)]);
    const whole = bytes.length - (bytes.length % 2);
    odd = Buffer.from(bytes.subarray(whole));
    const pairs = bytes.subarray(0, whole);
    const text = (isBigEndian ? pairs.swap16() : pairs).toString("utf16le");
    return chunk === null && odd.length > 0 ? `${text}\ufffd` : text;
  };
}
