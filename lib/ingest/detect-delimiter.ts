import { commonWidth, findHeader, isNaming } from "./check-headers";
import { scanRecord } from "./scan-record";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const DELIMITER_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };
const SAMPLE = 100;

/** A sample's first records under a delimiter, with the line each begins on; blank lines are none. */
export function sampleRecords(text: string, delimiter: string, isWhole: boolean, fromLine = 1) {
  const found: Array<{ line: number; cells: string[] }> = [];
  let line = 1;
  let at = 0;
  while (at < text.length && found.length < SAMPLE) {
    const record = scanRecord(text, at, delimiter, isWhole);
    if (!record || record.fault?.kind === "open") break;
    const isBlank = record.cells.length === 1 && record.cells[0]?.trim() === "";
    if (!isBlank && !record.fault && line >= fromLine) found.push({ line, cells: record.cells });
    line += record.lines;
    at = record.fault ? nextLine(text, record.end) : record.end;
  }
  return found;
}

function nextLine(text: string, at: number): number {
  const end = text.slice(at).search(/[\r\n]/);
  return end < 0 ? text.length : at + end + (text.startsWith("\r\n", at + end) ? 2 : 1);
}

/** Which delimiter gives the most records the same number of cells under a header that names columns. */
export function detectDelimiter(
  text: string,
  isWhole: boolean,
  fromLine: number,
): { delimiter: Delimiter; evidence: string } {
  const tries = DELIMITERS.map((delimiter) => {
    const records = sampleRecords(text, delimiter, isWhole, fromLine).map(({ cells }) => cells);
    const width = commonWidth(records);
    const same = records.filter(({ length }) => length === width).length;
    const header = records[findHeader(records)] ?? [];
    const isTable = width >= 2 && header.length === width;
    const score = isTable ? same / records.length + (isNaming(header) ? 1 : 0) : 0;
    return { delimiter, width, same, of: records.length, score };
  });
  const best = tries.reduce((one, other) => {
    const isBetter = other.score > one.score || (other.score === one.score && other.width > one.width);
    return isBetter && other.score > 0 ? other : one;
  });
  if (best.score === 0) return { delimiter: ",", evidence: "one column: no delimiter divides the lines alike" };
  const share = `${best.same} of the first ${best.of} records have ${best.width} cells`;
  return { delimiter: best.delimiter, evidence: `${DELIMITER_NAMES[best.delimiter]}: ${share}` };
}
