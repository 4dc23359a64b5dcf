import type { Day } from "@/lib/core/calendar";
import type { CardFacts } from "@/lib/core/health/card-columns";
import type { Model } from "@/lib/core/health/model";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import { readingIdentities } from "./reading-identity";
import { decodeColumns, encodeColumns, type TypedColumns } from "./typed-columns";

/** What is said once about a book of columns; `model` is the one that its readings were stored by. */
export type BookAbout = {
  runId: number;
  revision: number;
  asOf: Day;
  version: number;
  model: Model;
  currency: string;
  segments: string[];
  csms: Array<{ id: number; name: string }>;
  /** Of past cases: how many decisions are not replayed yet, and stand apart. */
  waiting: number;
};

/** Accounts as columns, largest ARR first, ready to be scored by any model: NaN is no ARR, −1 no segment and no CSM. `readings`
 * by reading identity; where a row was not read that way stands UNREAD. */
export type BookColumns = {
  about: BookAbout;
  n: number;
  accountIds: Int32Array;
  arr: Float64Array;
  segment: Int16Array;
  csm: Int16Array;
  onboarding: Uint8Array;
  cards: CardFacts;
  readings: Map<string, Float64Array>;
  /** What people see now: of accounts; null of past cases. */
  published: Published | null;
  /** What the customers then decided: of past cases. */
  decided: { bad: Uint8Array; lostCents: Float64Array; on: Int32Array } | null;
};

/** What a run published: score and health with the band of each, −1 where there is none. */
export type Published = {
  definition: Uint8Array;
  score: Float64Array;
  scoreBand: Int8Array;
  health: Float64Array;
  band: Int8Array;
};

/** Stands where a column was not read for a row; no reading is ever that. */
export const UNREAD = Number.POSITIVE_INFINITY;

/** The readings of one definition: of which rows, in the definition's column order. */
export type GroupReadings = { definition: number; rows: Int32Array; columns: readonly Float64Array[] };

/** A book as bytes, its readings as they are stored: by definition, for the rows that it scores. */
export function encodeBook(book: Omit<BookColumns, "readings" | "n">, groups: readonly GroupReadings[]): Uint8Array {
  const { about, accountIds, arr, segment, csm, onboarding, cards, published, decided } = book;
  const columns: TypedColumns = { accountIds, arr, segment, csm, onboarding };
  const add = (part: string, of: TypedColumns | null) => {
    for (const [name, column] of Object.entries(of ?? {})) columns[`${part}.${name}`] = column;
  };
  add("cards", cards);
  add("published", published);
  add("decided", decided);
  for (const { definition, rows, columns: readings } of groups)
    add(`group.${definition}`, { rows, ...Object.fromEntries(readings.map((column, i) => [i, column])) });
  return encodeColumns(about, columns);
}

/** A book out of its bytes, its readings laid out by identity over all rows. */
export function decodeBook(bytes: ArrayBuffer): BookColumns {
  const decoded = decodeColumns(bytes);
  const about = decoded.about as BookAbout;
  const part = (name: string): TypedColumns | null => {
    const own = Object.entries(decoded.columns).filter(([key]) => key.startsWith(`${name}.`));
    return own.length > 0 ? Object.fromEntries(own.map(([key, column]) => [key.slice(name.length + 1), column])) : null;
  };
  const plain = decoded.columns as unknown as Omit<BookColumns, "about" | "readings">;
  const n = plain.accountIds.length;
  const readings: BookColumns["readings"] = new Map();
  [...namedDefinitions(about.model).values()].forEach((definition, d) => {
    const group = part(`group.${d}`);
    if (!group) return;
    readingIdentities(definition).forEach((identity, i) => {
      addReadings(readings, identity, n, group.rows as Int32Array, group[i] as Float64Array);
    });
  });
  return {
    ...{ about, n, readings },
    ...{ accountIds: plain.accountIds, arr: plain.arr, segment: plain.segment, csm: plain.csm },
    onboarding: plain.onboarding,
    cards: part("cards") as unknown as CardFacts,
    published: part("published") as unknown as BookColumns["published"],
    decided: part("decided") as unknown as BookColumns["decided"],
  };
}

/** Lays readings of some rows beside those known already; all rows where none are named. */
export function addReadings(
  readings: Map<string, Float64Array>,
  identity: string,
  n: number,
  rows: Int32Array | null,
  column: Float64Array,
): void {
  if (rows === null) {
    readings.set(identity, column);
    return;
  }
  const whole = readings.get(identity) ?? new Float64Array(n).fill(UNREAD);
  for (let i = 0; i < rows.length; i++) whole[rows[i] as number] = column[i] as number;
  readings.set(identity, whole);
}
