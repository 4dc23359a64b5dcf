import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { getErrorFile } from "@/db/queries/get-error-file";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

/** 150 MB, the most a file may have, takes two minutes on two cores. */
const MEGABYTES = Number(process.env.LARGE_FILE_MB ?? 20);

type Counts = Record<"created" | "accepted" | "rejected", number>;
type Took = Record<string, number>;
type Brought = { id: number; error: string | null; counts: Counts; preview: Counts; took: Took; peak: number };

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query(
    "insert into accounts (external_id, slug, name) select 'a' || i, 'a' || i, 'a' || i from generate_series(0, 996) i",
  );
});

async function bring(...rest: string[]): Promise<Brought> {
  // Whatever keeps all rows, or what is told of them, has no room for it.
  const node = ["--max-old-space-size=112", "--conditions=react-server", "--import", "tsx"];
  const args = [...node, "tests/ingest/import-large.ts", String(MEGABYTES), ...rest];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const brought = JSON.parse(stdout) as Brought;
  const { peak, took } = brought;
  if (process.env.LARGE_FILE_MB) console.log(`${MEGABYTES} MB ${rest}: peak ${peak} MB, ${JSON.stringify(took)} ms`);
  return brought;
}

test(`a file of ${MEGABYTES} MB is uploaded, tried and imported by a process that never takes 400 MB`, async () => {
  const { error, counts, preview, peak } = await bring();
  expect(error).toBeNull();
  expect(counts.accepted).toBeGreaterThan(MEGABYTES * 5_000);
  expect(preview).toMatchObject({ created: counts.accepted, rejected: counts.rejected });
  const { rows } = await pool.query("select count(*)::int as rows from touchpoints");
  expect(rows).toEqual([{ rows: counts.accepted }]);
  expect(peak).toBeLessThan(400);
}, 900_000);

test("nor by one of rows that mostly cannot be read, of which each is told", async () => {
  await pool.query("truncate touchpoints");
  const { id, error, counts, preview, peak } = await bring("bad");
  expect(error).toBeNull();
  expect(counts.rejected).toBe(counts.accepted * 99);
  expect(preview).toMatchObject({ created: counts.accepted, rejected: counts.rejected });
  expect(peak).toBeLessThan(400);
  const { table } = await getErrorFile(await systemContext("test"), id);
  let told = 0;
  for await (const row of table.rows) if (String(row.at(-1)).includes("day ")) told += 1;
  expect(told).toBe(counts.rejected);
}, 900_000);
