import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** 150 MB, the most a file may have, takes half a minute to detect, profile and read on two cores. */
const MEGABYTES = Number(process.env.LARGE_FILE_MB ?? 30);

test(`a file of ${MEGABYTES} MB is profiled and read within 400 MB of memory`, async () => {
  const args = ["--max-old-space-size=128", "--import", "tsx", "tests/ingest/read-large.ts", String(MEGABYTES)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const found = JSON.parse(stdout) as { records: number; decimal: string; mean: number; grown: number };
  expect(found).toMatchObject({ decimal: ",", mean: expect.closeTo(1234.545, 2) });
  expect(found.records).toBeGreaterThan(MEGABYTES * 15_000);
  expect(found.grown).toBeLessThan(400);
}, 300_000);
