/** One physical record: its cells, where reading goes on, and what is wrong with it. `rejected`: this record alone cannot be
 * read; reading goes on at the line end after `end`. `open`: a quote is never closed, so nothing from here on can be trusted. */
export interface Scanned {
  cells: string[];
  end: number;
  lines: number;
  fault: { kind: "rejected" | "open"; cell: number; reason: string } | null;
}

/** Characters in one record. */
const MAX_RECORD = 64 * 1024;
const [LF, CR] = [10, 13];

/** Reads the record that begins at `at`; null: its end is not in the text yet. Quotes as in RFC 4180; one inside a value
 * that does not begin with a quote is a character like any other. Lines end with LF, CR or CRLF. */
export function scanRecord(text: string, at: number, delimiter: string, isLast: boolean): Scanned | null {
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let lines = 1;
  let from = at;
  for (;;) {
    let end = from;
    while (text[end] === " ") end += 1;
    if (text[end] === '"') {
      const quoted = scanQuoted(text, end + 1, isLast);
      const isLong = (quoted?.end ?? text.length) - at > MAX_RECORD;
      if (isLong || (quoted === null && isLast))
        return fault("open", cells.length, at, "a quote opens and never closes");
      if (quoted === null) return null;
      lines += quoted.lines;
      end = quoted.end;
      while (text[end] === " ") end += 1;
      if (end === text.length && !isLast) return end - at > MAX_RECORD ? tooLong(cells, end) : null;
      if (end < text.length && !endsCell(text.charCodeAt(end), separator)) {
        if (lines > 1)
          return fault("open", cells.length, at, "a quote opens and closes in the middle of another value");
        return fault("rejected", cells.length, end, "has a quote inside a quoted value; double it");
      }
      cells.push(quoted.value);
    } else {
      for (end = from; end < text.length && !endsCell(text.charCodeAt(end), separator); end += 1) {
        if (end - at >= MAX_RECORD) return tooLong(cells, end);
      }
      if (end === text.length && !isLast) return null;
      cells.push(text.slice(from, end));
    }
    from = end;
    if (text.charCodeAt(from) !== separator) break;
    from += 1;
  }
  if (text.charCodeAt(from) === CR && from + 1 === text.length && !isLast) return null;
  return { cells, end: from + (text.startsWith("\r\n", from) ? 2 : 1), lines, fault: null };
}

const endsCell = (code: number, separator: number) => code === separator || code === LF || code === CR;

function scanQuoted(text: string, from: number, isLast: boolean): { value: string; end: number; lines: number } | null {
  let end = from;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0 || (end + 1 === text.length && !isLast)) return null;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const value = text.slice(from, end);
  const isOneLine = !value.includes("\n") && !value.includes("\r");
  const lines = isOneLine ? 0 : (value.match(/\r\n|\r|\n/g)?.length ?? 0);
  return { value: value.replaceAll('""', '"'), end: end + 1, lines };
}

function tooLong(cells: readonly string[], end: number): Scanned {
  return fault("rejected", cells.length, end, "is longer than 64 kB");
}

function fault(kind: "rejected" | "open", cell: number, end: number, reason: string): Scanned {
  return { cells: [], end, lines: 1, fault: { kind, cell, reason } };
}
