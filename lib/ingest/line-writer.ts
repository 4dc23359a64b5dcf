import { minorDigits } from "@/lib/format";
import { unguardText } from "./guard-text";
import { parseCell } from "./parse-cell";
import type { SourceRow } from "./read-rows";
import type { StageOptions } from "./stage";
import { type TableSpec, targetOf } from "./table-spec";

export class Refusal {
  constructor(
    readonly column: string,
    readonly why: string,
  ) {}

  /** A cell that is quoted may hold what no text of the database can. */
  get reason(): string {
    return this.why.replaceAll("\u0000", "\ufffd");
  }
}

/** A row's values in the order of its table's columns, null where the row says nothing. */
type Values = (string | null)[];
/** Finishes a row in place, or says what is wrong with it. */
type Step = (values: Values) => Refusal | null;

/** Writes rows as lines of a COPY into the stage, from the line's number to the cells of a row that waits: every cell read by
 * its column's type. */
export function lineWriter(options: StageOptions, accountColumn: string): (row: SourceRow) => string | Refusal {
  const { spec, workspaceCurrency, idOf, waits } = options;
  const { columns, extras } = spec;
  const isText = columns.map(({ type }) => type === "text" || type === "json");
  const settleSigns = signSettler(spec);
  const steps = [idMaker(spec), moneyReader(spec, workspaceCurrency), orderChecker(spec)];
  return (row) => {
    if (row.refused) return new Refusal(row.refused.column, row.refused.reason);
    const accountKey = unguardText(row.cells[accountColumn]?.trim() ?? "");
    if (accountKey === "") return new Refusal(accountColumn, "is empty");
    const values: Values = [];
    let cleared: string[] | null = null;
    let signs: Map<string, string> | null = null;
    for (const column of columns) {
      const raw = row.cells[column.name];
      if (raw === undefined || raw === "") {
        values.push(null);
        continue;
      }
      const cell = parseCell(column, raw);
      if (cell.kind === "refused") return new Refusal(column.name, cell.reason);
      if (cell.kind === "cleared") {
        if (column.required) return new Refusal(column.name, "cannot be cleared");
        cleared ??= [];
        cleared.push(`"${targetOf(column)}"`);
      }
      values.push(cell.kind === "value" ? cell.text : null);
      if (cell.kind === "value" && cell.currency && column.type === "money") {
        signs ??= new Map();
        signs.set(column.name, cell.currency);
      }
    }
    const fault = signs && settleSigns(values, signs);
    if (fault) return fault;
    for (const step of steps) {
      const wrong = step?.(values);
      if (wrong) return wrong;
    }
    const accountId = idOf?.(accountKey);
    let line = `${row.line}\t${copyText(accountKey)}\t${accountId ?? "\\N"}`;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as string | null;
      line += value === null ? "\t\\N" : `\t${isText[i] ? copyText(value) : value}`;
    }
    if (extras) line += `\t${copyText(JSON.stringify(extrasOf(row, extras.prefix)))}`;
    line += cleared ? `\t{${cleared.join(",")}}` : "\t\\N";
    return `${line}\t${waits && accountId === undefined ? copyText(JSON.stringify(row.cells)) : "\\N"}`;
  };
}

const placeOf = ({ columns }: TableSpec, name: string) => columns.findIndex((column) => column.name === name);

/** An amount's own sign or code says the currency where no column does, and may not say another than the column. */
function signSettler(spec: TableSpec): (values: Values, signs: ReadonlyMap<string, string>) => Refusal | null {
  const at = placeOf(spec, "currency");
  return (values, signs) => {
    let currency = values[at]?.toUpperCase() ?? null;
    for (const [column, sign] of signs) {
      if (currency !== null && currency !== sign)
        return new Refusal(column, `is in ${sign}, but the row's currency is ${currency}`);
      currency = sign;
    }
    if (at >= 0) values[at] ??= currency;
    return null;
  };
}

/** Makes the id of a row whose source gives none. */
function idMaker(spec: TableSpec): Step | null {
  const at = placeOf(spec, "id");
  const from = spec.idFrom?.map((name) => placeOf(spec, name));
  if (at < 0 || !from) return null;
  return (values) => {
    values[at] ??= from.map((place) => values[place] ?? "").join("|");
    return null;
  };
}

/** Gives rows of amounts their currency, and turns the amounts into its minor units. */
function moneyReader(spec: TableSpec, workspaceCurrency: string): Step | null {
  const at = placeOf(spec, "currency");
  const amounts = [...spec.columns.entries()].filter(([, { type }]) => type === "money").map(([place]) => place);
  if (at < 0) return null;
  return (values) => {
    const given = values[at] ?? null;
    // A row that brings no amount leaves the currency of the amounts that are there.
    if (given === null && amounts.every((place) => values[place] === null)) return null;
    const currency = (given ?? workspaceCurrency).toUpperCase();
    if (!/^[A-Z]{3}$/.test(currency)) return new Refusal("currency", `"${currency}" is not a currency such as USD`);
    values[at] = currency;
    for (const place of amounts) {
      const amount = values[place] ?? null;
      if (amount !== null) values[place] = String(Math.round(Number(amount) * 10 ** minorDigits(currency)));
    }
    return null;
  };
}

const ORDERED = [
  ["starts_on", "ends_on"],
  ["opened_at", "closed_at"],
  ["issued_on", "due_on"],
  ["active_from", "active_to"],
  ["from", "to"],
] as const;

/** Checks that what ends does not end before it begins. */
function orderChecker(spec: TableSpec): Step | null {
  const pairs = ORDERED.map(([first, second]) => ({
    first,
    second,
    a: placeOf(spec, first),
    b: placeOf(spec, second),
  }));
  const known = pairs.filter(({ a, b }) => a >= 0 && b >= 0);
  if (known.length === 0) return null;
  return (values) => {
    for (const { first, second, a, b } of known) {
      const [from, to] = [values[a] ?? null, values[b] ?? null];
      if (from !== null && to !== null && to < from) return new Refusal(second, `${to} is before ${first} ${from}`);
    }
    return null;
  };
}

function extrasOf(row: SourceRow, prefix: string): Record<string, string> {
  const entries = Object.entries(row.cells).filter(([name, value]) => name.startsWith(prefix) && value.trim() !== "");
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), unguardText(value.trim())]));
}

const ESCAPED: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Text as a cell of a COPY. */
export function copyText(value: string): string {
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => ESCAPED[char] ?? char) : value;
}
