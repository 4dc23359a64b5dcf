import type { PoolClient } from "pg";
import { applyRows } from "@/lib/ingest/apply-rows";
import { detectDialect } from "@/lib/ingest/dialect";
import type { FileSource } from "@/lib/ingest/file-source";
import { type Formats, parseMapping } from "@/lib/ingest/mapping";
import { readRecords, recordShape } from "@/lib/ingest/read-records";
import { readRows } from "@/lib/ingest/read-rows";
import { TABLES } from "@/lib/ingest/tables";

/** A file and exactly what becomes of it. Accounts a-1 and a-2 are there; every case begins with empty tables. */
export interface GoldenCase {
  name: string;
  table?: string;
  file: string | Buffer | (() => Promise<Buffer>);
  /** Read with these formats, every column under its own name. */
  formats?: Formats;
  mapping?: object;
  expected: Expected | { fails: string };
}

export interface Expected {
  accepted: number;
  unchanged?: number;
  /** Line, column and reason of every record that is not taken. */
  rejected?: Array<[number, string, string]>;
  leftOut?: number;
  notRead?: number;
  /** A part of what is said of how the file is written. */
  evidence?: string;
  /** The table afterwards, by account and date: columns of a row joined with "|". */
  rows?: string[];
}

const SHOWN: Record<string, string> = {
  metrics: "key, day, value",
  tickets: "external_id, opened_at at time zone 'UTC', closed_at at time zone 'UTC', severity, escalated, csat",
  contracts: "external_id, starts_on, ends_on, arr_cents, currency, seats, auto_renew",
  surveys: "external_id, at at time zone 'UTC', kind, score",
  usage_days: "day, active_users, logins",
  outcomes: "kind, decided_on, arr_before_cents, arr_after_cents, cause",
};

/** Imports a case's file as the app does, in the caller's transaction, and says what became of it in a case's terms. */
export async function settle(client: PoolClient, golden: GoldenCase): Promise<Required<Expected>> {
  const table = golden.table ?? "metrics";
  const spec = TABLES.get(table);
  if (!spec) throw new Error(`no table ${table}`);
  const bytes = await bytesOf(golden.file);
  const source = inPieces(bytes, 1000);
  const dialect = await detectDialect(source);
  const read = recordShape();
  const shape = { records: 0, leftOut: 0, ignored: [] };
  const headers = golden.formats ? await headersOf(source, dialect) : [];
  const columns = Object.fromEntries(headers.map((name) => [name, name]));
  const given = golden.mapping ?? (golden.formats && { columns, formats: golden.formats });
  const mapping = given ? parseMapping(JSON.stringify(given)) : null;
  const rows = readRows(readRecords(source, dialect, read), { spec }, mapping, shape);
  const ledger = await applyRows(client, rows, { spec, today: "2026-11-22", workspaceCurrency: "USD" });
  const { accepted, unchanged, rejections } = ledger;
  const isGrouped = JSON.stringify(given ?? "").includes('"group"');
  if (!isGrouped && accepted + unchanged + rejections.length + shape.leftOut !== read.records)
    throw new Error(
      `${golden.name}: ${read.records} records, but ${JSON.stringify({ accepted, unchanged, ...shape })}`,
    );
  return {
    accepted,
    unchanged,
    rejected: rejections.map(({ line, column, reason }) => [line, column, reason]),
    leftOut: shape.leftOut,
    notRead: read.notRead,
    evidence: dialect.evidence.join("; "),
    rows: await shown(client, table),
  };
}

async function headersOf(source: FileSource, dialect: Awaited<ReturnType<typeof detectDialect>>): Promise<string[]> {
  const read = recordShape();
  for await (const _ of readRecords(source, dialect, read)) break;
  return read.headers;
}

async function shown(client: PoolClient, table: string): Promise<string[]> {
  const list = SHOWN[table];
  if (!list) return [];
  const { rows } = await client.query({
    text: `select a.external_id, ${list} from ${table} t join accounts a on a.id = t.account_id order by 1, 2, 3`.replace(
      "select a.external_id, external_id",
      "select a.external_id, t.external_id",
    ),
    rowMode: "array",
    types: { getTypeParser: () => (text: string) => text },
  });
  return rows.map((row: Array<string | null>) => row.map((cell) => cell ?? "").join("|"));
}

async function bytesOf(file: GoldenCase["file"]): Promise<Buffer> {
  if (typeof file === "string") return Buffer.from(file);
  return Buffer.isBuffer(file) ? file : file();
}

/** Bytes as a file that comes in pieces. */
export function inPieces(bytes: Buffer, size: number): FileSource {
  async function* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return { name: "file.csv", open };
}
