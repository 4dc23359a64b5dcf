import type { ColumnProfile } from "./column-profile";
import { decimalOf, readNumber } from "./read-number";

/** Cells of a column by what they say about its decimal mark. */
export interface NumberEvidence {
  number: number;
  point: number;
  comma: number;
  either: number;
  percent: number;
  examples: { point?: string; comma?: string; either?: string; percent?: string };
  currencies: Set<string>;
}

/** Counts one value that so many cells hold. */
export function noteNumber(evidence: NumberEvidence, text: string, times: number): void {
  const mark = decimalOf(text);
  const read = readNumber(text, mark === "," ? "," : ".");
  if ("fault" in read) return;
  evidence.number += times;
  if (read.currency) evidence.currencies.add(read.currency);
  if (text.endsWith("%")) {
    evidence.percent += times;
    evidence.examples.percent ??= Buffer.from(text).toString();
  }
  if (mark === null) return;
  const name = mark === "either" ? "either" : mark === "," ? "comma" : "point";
  evidence[name] += times;
  evidence.examples[name] ??= Buffer.from(text).toString();
}

/** What says that a column holds percents, and how they are read; "" where none is one. */
export function percentEvidence({ percent, examples }: NumberEvidence): string {
  return percent > 0 ? `percent: ${percent} such as "${examples.percent}", read as the number before the sign` : "";
}

/** The mark that the cells prove; where all are like 1.234, or some prove one and some the other, nothing does. */
export function settleDecimal({ point, comma, either, examples }: NumberEvidence): {
  mark: ColumnProfile["decimal"];
  evidence: string;
} {
  if (point > 0 && comma > 0)
    return {
      mark: "ambiguous",
      evidence: `"${examples.point}" has a decimal point, "${examples.comma}" a decimal comma`,
    };
  if (point > 0)
    return { mark: ".", evidence: `decimal point: ${point} such as "${examples.point}", no decimal comma` };
  if (comma > 0)
    return { mark: ",", evidence: `decimal comma: ${comma} such as "${examples.comma}", no decimal point` };
  if (either > 0)
    return { mark: "ambiguous", evidence: `"${examples.either}" may be a thousand or a fraction: no cell decides` };
  return { mark: null, evidence: "" };
}
