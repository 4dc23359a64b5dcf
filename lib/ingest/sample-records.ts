import { scanRecord } from "./scan-record";

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
