import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { applyRows } from "@/lib/ingest/apply-rows";
import { profileColumns } from "@/lib/ingest/column-profile";
import { Dialect, detectDialect } from "@/lib/ingest/dialect";
import type { FileSource } from "@/lib/ingest/file-source";
import { type CsvRecord, type RecordShape, readRecords, recordShape } from "@/lib/ingest/read-records";
import { readRows } from "@/lib/ingest/read-rows";
import { TABLES } from "@/lib/ingest/tables";
import { inPieces } from "@/tests/golden/golden-case";
import { testDatabase } from "@/tests/setup";
import { randomFile, randomFrom } from "./random-file";

const FILES = Number(process.env.FUZZ_FILES ?? 1000);
const metrics = TABLES.get("metrics");

let client: PoolClient;
beforeAll(async () => {
  const { pool } = await testDatabase();
  client = await pool.connect();
  await client.query(
    "insert into accounts (external_id, slug, name) values ('a-1', 'a-1', 'Acme'), ('a-2', 'a-2', 'Beta')",
  );
});
afterAll(() => client.release());

async function recordsOf(source: FileSource): Promise<{ records: CsvRecord[]; read: RecordShape }> {
  const read = recordShape();
  const records: CsvRecord[] = [];
  for await (const record of readRecords(source, await detectDialect(source), read)) records.push(record);
  return { records, read };
}

test(`${FILES} random files: none crashes the import, every record is accounted for, every rejection has line and reason`, async () => {
  const seen = { refused: 0, accepted: 0, unchanged: 0, rejected: 0, notRead: 0 };
  for (let seed = 1; seed <= FILES; seed += 1) {
    await client.query("begin");
    try {
      const bytes = randomFile(seed);
      const ledger = await ledgerOf(inPieces(bytes, 64 * 1024), bytes);
      for (const key of ["accepted", "unchanged", "rejected", "notRead"] as const) seen[key] += ledger[key];
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`file ${seed}: ${(error as Error).message}`, { cause: error });
      seen.refused += 1;
    } finally {
      await client.query("rollback");
    }
  }
  for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(0);
}, 600_000);

async function ledgerOf(source: FileSource, bytes: Buffer) {
  if (!metrics) throw new Error("there is no table metrics");
  const read = recordShape();
  const shape = { records: 0, leftOut: 0, ignored: [] };
  const dialect = await detectDialect(source);
  Dialect.parse(dialect);
  const rows = readRows(readRecords(source, dialect, read), { spec: metrics }, null, shape);
  const { accepted, unchanged, rejections } = await applyRows(client, rows, {
    spec: metrics,
    today: "2026-11-22",
    workspaceCurrency: "USD",
  });
  expect(accepted + unchanged + rejections.length).toBe(read.records);
  if (isUtf8(bytes) && !bytes.includes('"') && !bytes.includes(0)) {
    const lines = bytes.toString().split(/\r\n|\r|\n/);
    expect(read.records).toBe(
      lines.slice(dialect.headerLine).filter((text) => isRecord(text, dialect.delimiter)).length,
    );
  }
  expect(read.unreadable === null).toBe(read.notRead === 0);
  for (const { line, reason } of rejections) {
    expect(line).toBeGreaterThan(dialect.headerLine);
    expect(reason).toMatch(/\S/);
  }
  expect(new Set(rejections.map(({ line }) => line)).size).toBe(rejections.length);
  await profileColumns(readRecords(source, dialect));
  return { accepted, unchanged, rejected: rejections.length, notRead: read.notRead };
}

/** Whether a line without quotes is a record: it holds a delimiter or something that is not blank. */
const isRecord = (text: string, delimiter: string) => text.includes(delimiter) || text.trim() !== "";

test("a file reads the same however its bytes arrive", async () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const bytes = randomFile(seed);
    const read = async (size: number) => recordsOf(inPieces(bytes, size)).catch((error) => (error as Error).message);
    const whole = await read(bytes.length + 1);
    expect(await read(1), `file ${seed}`).toEqual(whole);
    expect(await read(7), `file ${seed}`).toEqual(whole);
  }
}, 240_000);

test("what RFC 4180 allows is read as csv-parse reads it", async () => {
  const random = randomFrom(7);
  const letters = ["a", "b", '"', ",", "\n", "\r\n", " ", ";", "ü", ""];
  for (let n = 0; n < 300; n += 1) {
    const text = () =>
      Array.from({ length: Math.floor(random() * 6) }, () => letters[Math.floor(random() * letters.length)]).join("");
    const rows = Array.from({ length: 5 }, () => [`r${n}`, text(), text(), `${text()}x`]);
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const csv = [["one", "two", "three", "four"], ...rows].map((row) => row.map(quote).join(",")).join("\r\n");
    const { records } = await recordsOf(inPieces(Buffer.from(csv), 50));
    expect(records.map(({ cells }) => Object.values(cells))).toEqual(parse(csv, { from: 2, record_delimiter: "\r\n" }));
  }
});
