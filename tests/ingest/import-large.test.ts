import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { testDatabase } from "@/tests/setup";

/** 150 MB, the most a file may have, takes two minutes on two cores. */
const MEGABYTES = Number(process.env.LARGE_FILE_MB ?? 20);

type Counts = Record<"created" | "accepted" | "rejected", number>;
type Brought = { error: string | null; counts: Counts; preview: Counts; took: Record<string, number>; peak: number };

test(`a file of ${MEGABYTES} MB is uploaded, tried and imported by a process that never takes 400 MB`, async () => {
  const { pool } = await testDatabase();
  await pool.query(
    "insert into accounts (external_id, slug, name) select 'a' || i, 'a' || i, 'a' || i from generate_series(0, 996) i",
  );
  const args = ["--conditions=react-server", "--import", "tsx", "tests/ingest/import-large.ts", String(MEGABYTES)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { error, counts, preview, took, peak } = JSON.parse(stdout) as Brought;
  if (process.env.LARGE_FILE_MB) console.log(`${MEGABYTES} MB: peak ${peak} MB, ${JSON.stringify(took)} ms`);
  expect(error).toBeNull();
  expect(counts.accepted).toBeGreaterThan(MEGABYTES * 5_000);
  expect(preview).toMatchObject({ created: counts.accepted, rejected: counts.rejected });
  const { rows } = await pool.query("select count(*)::int as rows from touchpoints");
  expect(rows).toEqual([{ rows: counts.accepted }]);
  expect(peak).toBeLessThan(400);
}, 900_000);
