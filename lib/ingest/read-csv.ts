import { decodeText } from "./decode-text";
import type { Dialect } from "./dialect";
import type { FileSource } from "./file-source";
import { hasHalfCharacter } from "./half-character";
import { lineCounter } from "./line-counter";
import type { RawRecord, RecordShape } from "./read-records";
import { scanRecord } from "./scan-record";

interface Cursor {
  text: string;
  at: number;
  line: number;
  /** The rest of this line belongs to a record that was rejected. */
  isSkipping: boolean;
  open: string | null;
}

/** Streams the records of delimited text. At a quote that never closes it stops: the lines from there on are counted as
 * not read, and everything before has been delivered. (csv-parse loses records that it buffered before an error, and counts
 * CRLF inside quotes twice, so that the lines it names are wrong.) */
export async function* readCsv(source: FileSource, dialect: Dialect, shape: RecordShape): AsyncGenerator<RawRecord> {
  const cursor: Cursor = { text: "", at: 0, line: 1, isSkipping: false, open: null };
  const count = lineCounter();
  const lose = (text: string) => {
    shape.notRead = count(text);
    shape.unreadable = { line: cursor.line, reason: cursor.open ?? "" };
  };
  for await (const piece of decodeText(source, dialect.encoding)) {
    if (cursor.open) {
      lose(piece);
      continue;
    }
    cursor.text = cursor.text.slice(cursor.at) + piece;
    cursor.at = 0;
    yield* recordsIn(cursor, dialect.delimiter, false);
    if (cursor.open) lose(cursor.text.slice(cursor.at));
  }
  if (cursor.open) return;
  yield* recordsIn(cursor, dialect.delimiter, true);
  if (cursor.open) lose(cursor.text.slice(cursor.at));
}

function* recordsIn(cursor: Cursor, delimiter: string, isLast: boolean): Generator<RawRecord> {
  const { text } = cursor;
  const isSuspect = !isKeepable(text);
  while (cursor.at < text.length) {
    if (cursor.isSkipping && !skipLine(cursor, isLast)) return;
    const scanned = cursor.at < text.length ? scanRecord(text, cursor.at, delimiter, isLast) : null;
    if (!scanned) return;
    const { cells, lines, fault } = scanned;
    cursor.at = scanned.end;
    if (fault?.kind === "open") {
      cursor.open = fault.reason;
      return;
    }
    const isBlank = !fault && cells.length === 1 && cells[0]?.trim() === "";
    if (!isBlank) yield { line: cursor.line, cells, fault: fault ?? (isSuspect ? unkeepable(cells) : null) };
    if (fault) cursor.isSkipping = true;
    else cursor.line += lines;
  }
}

/** Goes on behind the line's end; false: the end is not in the text yet. */
function skipLine(cursor: Cursor, isLast: boolean): boolean {
  const { text } = cursor;
  const end = /\r\n|\r|\n/g;
  end.lastIndex = cursor.at;
  const match = end.exec(text);
  const isCut = match?.[0] === "\r" && end.lastIndex === text.length && !isLast;
  cursor.at = !match ? text.length : isCut ? match.index : end.lastIndex;
  if (!match || isCut) return false;
  cursor.isSkipping = false;
  cursor.line += 1;
  return true;
}

/** Whether a table can keep the text: it cannot keep NUL, nor half of a UTF-16 character. */
const isKeepable = (text: string) => !text.includes("\u0000") && !hasHalfCharacter(text);

function unkeepable(cells: readonly string[]): RawRecord["fault"] {
  const cell = cells.findIndex((text) => !isKeepable(text));
  if (cell < 0) return null;
  const reason = cells[cell]?.includes("\u0000") ? "holds a NUL character" : "holds half of a character";
  return { cell, reason };
}
