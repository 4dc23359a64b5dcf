import { isMissing, readYesNo } from "./parse-cell";
import { type DateEvidence, noteDate, settleDates } from "./profile-dates";
import { type NumberEvidence, noteNumber, percentEvidence, settleDecimal } from "./profile-numbers";
import type { CsvRecord } from "./read-records";

/** What a column's cells look like, over all the records read. Of `kinds`, a cell may count for several: 1 is a number and a yes. */
export interface ColumnProfile {
  header: string;
  /** The first three different values. */
  samples: string[];
  records: number;
  /** Cells that are not blank and not a word for missing. */
  filled: number;
  /** Different values, counted up to a thousand. */
  distinct: number;
  /** Cells by what they can be read as; `serial` is a number that Excel may mean as a date. */
  kinds: { number: number; date: number; boolean: number; serial: number; email: number };
  dateOrder: "iso" | "dmy" | "mdy" | "excel" | "ambiguous" | null;
  decimal: "." | "," | "ambiguous" | null;
  /** Currencies that amounts name by their sign or code. */
  currencies: string[];
  /** How often each word occurs, where there are at most fifty. */
  words: Record<string, number> | null;
  /** In words, what decides the date order and the decimal mark. */
  evidence: string;
}

const MOST_DISTINCT = 1000;
const MOST_WORDS = 50;
/** What may be a date at all, by how it begins: most cells are not, and need no closer look. */
const DATE_LIKE = /^(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

interface Column {
  header: string;
  samples: string[];
  filled: number;
  words: Map<string, number>;
  boolean: number;
  email: number;
  dates: DateEvidence;
  numbers: NumberEvidence;
}

/** Looks at every record and says what each column holds; a date order or decimal mark that nothing decides is ambiguous. */
export async function profileColumns(
  records: AsyncIterable<CsvRecord> | Iterable<CsvRecord>,
): Promise<ColumnProfile[]> {
  const columns = new Map<string, Column>();
  let count = 0;
  for await (const { cells, wrongCount, fault } of records) {
    if (wrongCount !== null || fault) continue;
    count += 1;
    for (const header of Object.keys(cells)) {
      const column = columns.get(header) ?? emptyColumn(header);
      columns.set(header, column);
      note(column, cells[header] ?? "");
    }
  }
  return [...columns.values()].map((column) => settle(column, count));
}

function emptyColumn(header: string): Column {
  const dates = { iso: 0, dmy: 0, mdy: 0, either: 0, serial: 0, example: "" };
  const numbers = { number: 0, point: 0, comma: 0, either: 0, percent: 0, examples: {}, currencies: new Set<string>() };
  return { header, samples: [], filled: 0, words: new Map(), boolean: 0, email: 0, dates, numbers };
}

function note(column: Column, raw: string) {
  const text = raw.trim();
  if (text === "" || text === "NULL" || isMissing(text, false)) return;
  column.filled += 1;
  const seen = column.words.get(text);
  if (seen !== undefined) column.words.set(text, seen + 1);
  else if (column.words.size >= MOST_DISTINCT) noteKinds(column, text, 1);
  else {
    // A copy: a cell as it was read would keep its whole piece of the file in memory.
    const copy = Buffer.from(text.slice(0, 200)).toString();
    column.words.set(copy, 1);
    if (column.samples.length < 3) column.samples.push(copy);
  }
}

function noteKinds(column: Column, text: string, times: number) {
  if (readYesNo(text) !== null) column.boolean += times;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) column.email += times;
  if (!/\d/.test(text) || text.length > 45) return;
  if (DATE_LIKE.test(text)) noteDate(column.dates, text, times);
  if (!/[a-z]{4}/i.test(text)) noteNumber(column.numbers, text, times);
}

function settle(column: Column, records: number): ColumnProfile {
  for (const [word, times] of column.words) noteKinds(column, word, times);
  const { header, samples, filled, words, boolean, email, dates, numbers } = column;
  const date = dates.iso + dates.dmy + dates.mdy + dates.either;
  const [order, decimal] = [settleDates(dates, filled), settleDecimal(numbers)];
  return {
    header,
    samples,
    records,
    filled,
    distinct: words.size,
    kinds: { number: numbers.number, date, boolean, serial: dates.serial, email },
    dateOrder: order.order,
    decimal: decimal.mark,
    currencies: [...numbers.currencies].sort(),
    words: words.size <= MOST_WORDS ? Object.fromEntries(words) : null,
    evidence: [order.evidence, decimal.evidence, percentEvidence(numbers)].filter(Boolean).join("; "),
  };
}
