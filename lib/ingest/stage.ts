import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyText, lineWriter, Refusal } from "./line-writer";
import type { AccountIdOf } from "./look-up-accounts";
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
  const lineOf = lineWriter(options, accountColumnOf(spec));
  let [count, refused] = [0, 0];
  const blanks = "\t\\N".repeat(names.length - 3);
  // A write to the connection costs as much as a hundred rows.
  async function* lines() {
    let text = "";
    for await (const row of rows) {
      const line = lineOf(row);
      count += 1;
      if (line instanceof Refusal) {
        refused += 1;
        text += `${row.line}${blanks}\t${copyText(line.column)}\t${copyText(line.reason)}\n`;
      } else text += `${line}\t\\N\t\\N\n`;
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

/** The column of a table's files that says whose the row is: the account, or the person by e-mail. */
export function accountColumnOf(spec: TableSpec): "account_id" | "email" {
  return spec.table === "people" ? "email" : "account_id";
}

/** Whether a table's files may have a column of this name. */
export function knows(spec: TableSpec): (column: string) => boolean {
  const names = new Set([accountColumnOf(spec), ...spec.columns.map((column: ColumnSpec) => column.name)]);
  return (column) => names.has(column) || (spec.extras !== undefined && column.startsWith(spec.extras.prefix));
}
