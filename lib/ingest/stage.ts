import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { minorDigits } from "@/lib/format";
import { unguardText } from "./guard-text";
import type { AccountIdOf } from "./look-up-accounts";
import { parseCell } from "./parse-cell";
import type { SourceRow } from "./read-rows";
import { refuseRows } from "./refused-rows";
import { type ColumnSpec, type TableSpec, targetOf } from "./table-spec";

/** A record that was not taken, and why. */
export interface Rejection {
  line: number;
  column: string;
  reason: string;
}

export interface StageOptions {
  spec: TableSpec;
  workspaceCurrency: string;
  /** The accounts that rows are of; null where rows are of none. */
  idOf: AccountIdOf | null;
  /** Whether rows of other accounts keep their cells, to wait with. */
  waits: boolean;
}

const COPY_CHARACTERS = 64 * 1024;

/** Creates the transaction's staging table `staged`: line, account_key, one text column a target column, and `cleared`,
 * the columns that the file empties. */
export async function createStage(client: PoolClient, spec: TableSpec): Promise<void> {
  const columns = [...spec.columns.map(targetOf), ...(spec.extras ? [spec.extras.into] : [])]
    .map((name) => `"${name}" text`)
    .join(", ");
  await client.query("drop table if exists staged");
  await client.query("select set_config('work_mem', '64MB', true)");
  await client.query(
    `create temp table staged (line int not null, account_key text, account_id int, ${columns}, cleared text[], cells text, refused_column text, refused_why text) on commit drop`,
  );
}

/** Streams rows into the staging table, reading every cell by its column's type; what cannot be read is refused by
 * line, column and reason. Returns how many rows there were. */
export async function stageRows(
  client: PoolClient,
  rows: AsyncIterable<SourceRow>,
  options: StageOptions,
): Promise<number> {
  const { spec } = options;
  const names = [
    "line",
    "account_key",
    "account_id",
    ...spec.columns.map(targetOf),
    ...(spec.extras ? [spec.extras.into] : []),
    "cleared",
    "cells",
    "refused_column",
    "refused_why",
  ];
  let [count, refused] = [0, 0];
  const blanks = "\t\\N".repeat(names.length - 3);
  // A write to the connection costs as much as a hundred rows.
  async function* lines() {
    let text = "";
    for await (const row of rows) {
      const fields = fieldsOf(row, options);
      count += 1;
      if (fields instanceof Refusal) {
        refused += 1;
        text += `${row.line}${blanks}\t${copyText(fields.column)}\t${copyText(fields.reason)}\n`;
      } else text += `${fields.map(copyText).join("\t")}\t\\N\t\\N\n`;
      if (text.length < COPY_CHARACTERS) continue;
      yield text;
      text = "";
    }
    if (text) yield text;
  }
  const copy = client.query(copyFrom(`copy staged (${names.map((name) => `"${name}"`).join(", ")}) from stdin`));
  await pipeline(lines, copy);
  if (refused > 0) await refuseRows(client, "refused_column is not null", "refused_column", "refused_why");
  return count;
}

class Refusal {
  constructor(
    readonly column: string,
    readonly why: string,
  ) {}

  /** A cell that is quoted may hold what no text of the database can. */
  get reason(): string {
    return this.why.replaceAll("\u0000", "\ufffd");
  }
}

function fieldsOf(row: SourceRow, options: StageOptions): Array<string | null> | Refusal {
  const { spec } = options;
  const accountColumn = accountColumnOf(spec);
  const reject = (column: string, reason: string) => new Refusal(column, reason);
  if (row.refused) return reject(row.refused.column, row.refused.reason);
  const accountKey = unguardText(row.cells[accountColumn]?.trim() ?? "");
  if (accountKey === "") return reject(accountColumn, "is empty");
  const cleared: string[] = [];
  const values = new Map<string, string | null>();
  const signs = new Map<string, string>();
  for (const column of spec.columns) {
    const raw = row.cells[column.name];
    if (raw === undefined || raw === "") {
      values.set(column.name, null);
      continue;
    }
    const cell = parseCell(column, raw);
    if (cell.kind === "refused") return reject(column.name, cell.reason);
    if (cell.kind === "cleared") {
      if (column.required) return reject(column.name, "cannot be cleared");
      cleared.push(targetOf(column));
    }
    values.set(column.name, cell.kind === "value" ? cell.text : null);
    if (cell.kind === "value" && cell.currency && column.type === "money") signs.set(column.name, cell.currency);
  }
  const fault = settleSigns(values, signs) ?? completeRow(spec, values, options.workspaceCurrency);
  if (fault) return reject(fault.column, fault.reason);
  const accountId = options.idOf?.(accountKey);
  const fields: Array<string | null> = [
    String(row.line),
    accountKey,
    accountId === undefined ? null : String(accountId),
  ];
  for (const column of spec.columns) fields.push(values.get(column.name) ?? null);
  if (spec.extras) fields.push(JSON.stringify(extrasOf(row, spec.extras.prefix)));
  fields.push(cleared.length === 0 ? null : `{${cleared.map((name) => `"${name}"`).join(",")}}`);
  fields.push(options.waits && accountId === undefined ? JSON.stringify(row.cells) : null);
  return fields;
}

/** An amount's own sign or code says the currency where no column does, and may not say another than the column. */
function settleSigns(values: Map<string, string | null>, signs: ReadonlyMap<string, string>) {
  for (const [column, sign] of signs) {
    const currency = values.get("currency")?.toUpperCase() ?? null;
    if (currency === null) values.set("currency", sign);
    else if (currency !== sign) return { column, reason: `is in ${sign}, but the row's currency is ${currency}` };
  }
  return null;
}

/** Fills the row's id and currency, turns money into minor units, and checks that dates are in order. */
function completeRow(
  spec: TableSpec,
  values: Map<string, string | null>,
  workspaceCurrency: string,
): { column: string; reason: string } | null {
  if (values.get("id") === null && spec.idFrom) {
    values.set("id", spec.idFrom.map((name) => values.get(name) ?? "").join("|"));
  }
  const needsCurrency = spec.columns.find((column) => column.name === "currency");
  // A row that brings no amount leaves the currency of the amounts that are there.
  const bringsMoney = spec.columns.some(({ type, name }) => type === "money" && values.get(name) != null);
  if (needsCurrency && (bringsMoney || values.get("currency") != null)) {
    const currency = (values.get("currency") ?? workspaceCurrency).toUpperCase();
    if (!/^[A-Z]{3}$/.test(currency))
      return { column: "currency", reason: `"${currency}" is not a currency such as USD` };
    values.set("currency", currency);
    for (const column of spec.columns.filter(({ type }) => type === "money")) {
      const amount = values.get(column.name);
      if (amount != null) values.set(column.name, String(Math.round(Number(amount) * 10 ** minorDigits(currency))));
    }
  }
  for (const [first, second] of ORDERED) {
    const [from, to] = [values.get(first), values.get(second)];
    if (from != null && to != null && to < from) return { column: second, reason: `${to} is before ${first} ${from}` };
  }
  return null;
}

const ORDERED = [
  ["starts_on", "ends_on"],
  ["opened_at", "closed_at"],
  ["issued_on", "due_on"],
  ["active_from", "active_to"],
  ["from", "to"],
] as const;

function extrasOf(row: SourceRow, prefix: string): Record<string, string> {
  const entries = Object.entries(row.cells).filter(([name, value]) => name.startsWith(prefix) && value.trim() !== "");
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), unguardText(value.trim())]));
}

function copyText(value: string | null): string {
  if (value === null) return "\\N";
  return value.replace(
    /[\\\t\n\r]/g,
    (char) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[char] ?? char,
  );
}

/** The column of a table's files that says whose the row is: the account, or the person by e-mail. */
export function accountColumnOf(spec: TableSpec): "account_id" | "email" {
  return spec.table === "people" ? "email" : "account_id";
}

/** Whether a table's files may have a column of this name. */
export function knows(spec: TableSpec): (column: string) => boolean {
  const names = new Set([accountColumnOf(spec), ...spec.columns.map((column: ColumnSpec) => column.name)]);
  return (column) => names.has(column) || (spec.extras !== undefined && column.startsWith(spec.extras.prefix));
}
