import type { ColumnProfile } from "./column-profile";
import { dateHint } from "./read-date";

/** Cells of a column by what they say about the order of its dates. */
export interface DateEvidence {
  iso: number;
  dmy: number;
  mdy: number;
  either: number;
  serial: number;
  example: string;
}

/** Days that Excel counts from 1970 to 2099. */
const [FIRST_SERIAL, LAST_SERIAL] = [25569, 73050];

/** Counts one value that so many cells hold. */
export function noteDate(evidence: DateEvidence, text: string, times: number): void {
  const hint = dateHint(text);
  if (hint === null) {
    const number = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number(text.slice(0, 5)) : 0;
    if (number >= FIRST_SERIAL && number <= LAST_SERIAL) evidence.serial += times;
    return;
  }
  if (hint === "plain") evidence.iso += times;
  else evidence[hint] += times;
  if (hint === "either" && !evidence.example) evidence.example = Buffer.from(text).toString();
}

/** The order that the cells prove. Days above 12 decide it for all; where there are none, or both kinds, nothing does. */
export function settleDates(
  { iso, dmy, mdy, either, serial, example }: DateEvidence,
  filled: number,
): { order: ColumnProfile["dateOrder"]; evidence: string } {
  if (dmy > 0 && mdy > 0)
    return {
      order: "ambiguous",
      evidence: `dates disagree: ${cells(dmy)} can only be day-first and ${mdy} only month-first`,
    };
  if (dmy > 0) return { order: "dmy", evidence: `day-first: ${have(dmy)} a first number above 12, none a second` };
  if (mdy > 0) return { order: "mdy", evidence: `month-first: ${have(mdy)} a second number above 12, none a first` };
  if (either > 0)
    return { order: "ambiguous", evidence: `"${example}" may be day-first or month-first: no cell decides` };
  if (iso > 0) return { order: "iso", evidence: `${cells(iso)} can be read as a date in one way only` };
  if (serial > 0 && serial === filled)
    return {
      order: "excel",
      evidence: `numbers from ${FIRST_SERIAL} to ${LAST_SERIAL}: as dates, days counted by Excel`,
    };
  return { order: null, evidence: "" };
}

const cells = (count: number) => `${count} ${count === 1 ? "cell" : "cells"}`;
const have = (count: number) => `${cells(count)} ${count === 1 ? "has" : "have"}`;
