import { inflateRawSync } from "node:zlib";

/** A file inside a zip archive, as the archive's directory says. */
interface ZipEntry {
  packed: number;
  unpacked: number;
  isDeflated: boolean;
  offset: number;
}

const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const HEAD = 46;

/** The files of a zip archive by their path. */
export function zipEntries(bytes: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (let at = bytes.indexOf(ENTRY); at >= 0 && at + HEAD <= bytes.length; at = bytes.indexOf(ENTRY, at + 4)) {
    const name = bytes.toString("utf8", at + HEAD, at + HEAD + bytes.readUInt16LE(at + 28));
    entries.set(name, {
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
      offset: bytes.readUInt32LE(at + 42),
    });
  }
  return entries;
}

/** A file's bytes; never more than the directory says. */
export function unzipEntry(bytes: Buffer, { packed, unpacked, isDeflated, offset }: ZipEntry): Buffer {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  return isDeflated ? inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) }) : content;
}
