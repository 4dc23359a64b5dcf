import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/setup";
import { DATES } from "./dates";
import { DIALECTS } from "./dialects";
import { type GoldenCase, settle } from "./golden-case";
import { HEADERS } from "./headers";
import { NUMBERS } from "./numbers";
import { SHEETS } from "./sheets";
import { STRUCTURE } from "./structure";
import { WORDS } from "./words";

const CASES: GoldenCase[] = [...DIALECTS, ...STRUCTURE, ...HEADERS, ...DATES, ...NUMBERS, ...WORDS, ...SHEETS];

let client: PoolClient;
beforeAll(async () => {
  const { pool } = await testDatabase();
  client = await pool.connect();
  await client.query(
    "insert into accounts (external_id, slug, name) values ('a-1', 'a-1', 'Acme'), ('a-2', 'a-2', 'Beta')",
  );
});
afterAll(() => client.release());

describe("golden files", () => {
  it("there are at least 150, each with a name of its own", () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(150);
  });

  it.each(CASES.map((golden) => [golden.name, golden] as const))("%s", async (_, golden) => {
    await client.query("begin; set local timezone to 'Europe/Berlin'");
    try {
      const { expected } = golden;
      if ("fails" in expected) {
        await expect(settle(client, golden)).rejects.toThrow(expected.fails);
        return;
      }
      const { evidence = "", rows, ...counts } = expected;
      const found = await settle(client, golden);
      expect(found).toMatchObject({ unchanged: 0, rejected: [], leftOut: 0, notRead: 0, ...counts });
      expect(found.evidence).toContain(evidence);
      if (rows) expect(found.rows).toEqual(rows);
    } finally {
      await client.query("rollback");
    }
  });
});
