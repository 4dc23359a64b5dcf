import { commonWidth, findHeader, isNaming } from "./find-header";
import { sampleRecords } from "./sample-records";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const DELIMITER_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };

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
