import { unguardText } from "./guard-text";
import { hasHalfCharacter } from "./half-character";
import { type DateOrder, readDate } from "./read-date";
import { type DecimalMark, readNumber } from "./read-number";
import type { ColumnSpec } from "./table-spec";

/** How a file's column writes dates and numbers. */
export interface CellFormat {
  dates: DateOrder;
  decimal: DecimalMark;
}

/** A cell's canonical text; `blank` leaves a field as it is, `cleared` empties it, `refused` says why not. `currency` is
 * what an amount's own sign says. */
export type Cell =
  | { kind: "value"; text: string; currency?: string }
  | { kind: "blank" }
  | { kind: "cleared" }
  | { kind: "refused"; reason: string };

const MISSING = new Set(["", "-", "–", "—", "n/a", "#n/a", "null", "(null)", "(blank)"]);
/** In text these may be meant: a region NA, a reason "none". */
const MISSING_BUT_IN_TEXT = new Set(["na", "none", "nil", "nan", "undefined", "?", "--"]);
/** Of these words: "undefined". */
const LONGEST = 9;
const YES = new Set(["true", "t", "yes", "y", "1", "on"]);
const NO = new Set(["false", "f", "no", "n", "0", "off"]);

/** Whether a file says by this word that it does not know. */
export function isMissing(raw: string, isText: boolean): boolean {
  const text = raw.trim();
  if (text.length > LONGEST) return false;
  const word = text.toLowerCase();
  return MISSING.has(word) || (!isText && MISSING_BUT_IN_TEXT.has(word));
}

/** The yes or no that a word means; null: neither. */
export function readYesNo(raw: string): boolean | null {
  const word = raw.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** Reads one cell as its column's type. Without a format, dates are ISO and decimals have a point; what could be read in two
 * ways is refused with what to choose. */
export function parseCell(column: ColumnSpec, raw: string, format: Partial<CellFormat> = {}): Cell {
  const plain = plainCell(column, raw, format);
  if (plain) return plain;
  const text = raw.trim();
  if (text === "NULL") return { kind: "cleared" };
  const isText = column.type === "text" || column.type === "json";
  if (isMissing(text, isText) && !column.values?.includes(text.toLowerCase())) return { kind: "blank" };
  if (text.includes("\u0000")) return refused("holds a NUL character");
  if (hasHalfCharacter(text)) return refused("holds half of a character");
  switch (column.type) {
    case "text":
    case "json":
      return textCell(column, unguardText(text));
    case "boolean": {
      const meant = readYesNo(text);
      return meant === null ? refused(`"${shown(text)}" is neither yes nor no`) : value(String(meant));
    }
    case "day":
    case "instant": {
      const date = readDate(text, format.dates ?? "iso");
      if ("fault" in date) return refused(`"${shown(text)}" ${date.fault}`);
      const isInstant = column.type === "instant" && date.time !== null;
      return value(isInstant ? `${date.day} ${date.time}${date.zone ?? ""}` : date.day);
    }
    case "integer":
    case "number":
    case "money":
      return numberCell(column, text, format.decimal ?? ".");
  }
}

/** Most cells of large files are whole numbers and days as we write them: those are read without looking for anything else. */
function plainCell({ type, min, max }: ColumnSpec, raw: string, { dates }: Partial<CellFormat>): Cell | null {
  if (type === "integer" && raw.length <= 15 && /^[0-9]+$/.test(raw)) {
    const number = Number(raw);
    return (min !== undefined && number < min) || (max !== undefined && number > max) ? null : value(String(number));
  }
  if (type !== "day" || raw.length !== 10 || (dates ?? "iso") !== "iso") return null;
  const known = DAYS.get(raw);
  if (known || !/^\d{4}-\d\d-\d\d$/.test(raw)) return known ?? null;
  const date = readDate(raw, "iso");
  if ("fault" in date) return null;
  if (DAYS.size > 5_000) DAYS.clear();
  const cell = value(date.day);
  DAYS.set(raw, cell);
  return cell;
}

const DAYS = new Map<string, Cell>();

function textCell(column: ColumnSpec, text: string): Cell {
  if (column.values && !column.values.includes(text)) {
    const word = column.values.find((one) => one === text.toLowerCase().replace(/[\s-]+/g, "_"));
    return word ? value(word) : refused(`"${shown(text)}" is not one of ${column.values.join(", ")}`);
  }
  return value(text);
}

function numberCell(column: ColumnSpec, text: string, decimal: DecimalMark): Cell {
  const read = readNumber(text, decimal);
  if ("fault" in read) return refused(`"${shown(text)}" ${read.fault}`);
  const { number, currency } = read;
  if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER)
    return refused(`"${shown(text)}" is too large`);
  if (column.type === "integer" && !Number.isInteger(number)) return refused(`"${shown(text)}" is not a whole number`);
  if (column.min !== undefined && number < column.min) return refused(`${number} is below ${column.min}`);
  if (column.max !== undefined && number > column.max) return refused(`${number} is above ${column.max}`);
  return { kind: "value", text: String(number), ...(currency ? { currency } : {}) };
}

const value = (text: string): Cell => ({ kind: "value", text });
const refused = (reason: string): Cell => ({ kind: "refused", reason });
/** The cell as a reason quotes it: short, and a copy, since a part of a file's text would keep all of it in memory. */
const shown = (text: string) => Buffer.from(text.length > 40 ? `${text.slice(0, 40)}…` : text).toString();
