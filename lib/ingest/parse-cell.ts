import { isDay } from "@/lib/core/calendar";
import { unguardText } from "./guard-text";
import type { ColumnSpec } from "./table-spec";

/** A cell's canonical text; `blank` leaves a field as it is, `cleared` empties it, `refused` says why not. */
export type Cell =
  | { kind: "value"; text: string }
  | { kind: "blank" }
  | { kind: "cleared" }
  | { kind: "refused"; reason: string };

const MISSING = new Set(["", "-", "–", "n/a", "na", "#n/a"]);
const YES = new Set(["true", "t", "yes", "y", "1"]);
const NO = new Set(["false", "f", "no", "n", "0"]);
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads one cell as its column's type: exact formats, nothing guessed. */
export function parseCell(column: ColumnSpec, raw: string): Cell {
  const text = raw.trim();
  if (text === "NULL") return { kind: "cleared" };
  if (MISSING.has(text.toLowerCase()) && !column.values?.includes(text.toLowerCase())) return { kind: "blank" };
  switch (column.type) {
    case "text":
    case "json":
      return textCell(column, unguardText(text));
    case "boolean": {
      const word = text.toLowerCase();
      if (YES.has(word)) return value("true");
      return NO.has(word) ? value("false") : refused(`"${shown(text)}" is neither yes nor no`);
    }
    case "day": {
      const date = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text)?.[0];
      return date && isDay(date) ? value(date) : refused(`"${shown(text)}" is not a date as YYYY-MM-DD`);
    }
    case "instant": {
      const match = INSTANT.exec(text);
      if (
        !match?.[1] ||
        !isDay(match[1]) ||
        Number(match[2] ?? 0) > 23 ||
        Number(match[3] ?? 0) > 59 ||
        Number(match[4] ?? 0) > 59
      )
        return refused(`"${shown(text)}" is not a date and time as YYYY-MM-DD hh:mm:ss`);
      return value(text.replace("T", " "));
    }
    case "integer":
    case "number":
    case "money":
      return numberCell(column, text);
  }
}

function textCell(column: ColumnSpec, text: string): Cell {
  if (text.includes("\u0000")) return refused("holds a NUL character");
  if (/[\ud800-\udfff]/u.test(text)) return refused("holds half of a character");
  if (column.values && !column.values.includes(text)) {
    const word = column.values.find((one) => one === text.toLowerCase().replace(/[\s-]+/g, "_"));
    return word ? value(word) : refused(`"${shown(text)}" is not one of ${column.values.join(", ")}`);
  }
  return value(text);
}

function numberCell(column: ColumnSpec, text: string): Cell {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) return refused(`"${shown(text)}" is not a number`);
  if (column.type === "integer" && !Number.isInteger(number)) return refused(`"${shown(text)}" is not a whole number`);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return refused(`"${shown(text)}" is too large`);
  if (column.min !== undefined && number < column.min) return refused(`${text} is below ${column.min}`);
  if (column.max !== undefined && number > column.max) return refused(`${text} is above ${column.max}`);
  return value(String(number));
}

const value = (text: string): Cell => ({ kind: "value", text });
const refused = (reason: string): Cell => ({ kind: "refused", reason });
const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
