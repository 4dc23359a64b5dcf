import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GET } from "@/app/api/export/template/[table]/route";
import { tableSchema } from "@/lib/ingest/table-schema";
import { TABLES } from "@/lib/ingest/tables";

test("public/schemas holds the schema of every table and no other; npm run schemas writes them", () => {
  expect(readdirSync("public/schemas").sort()).toEqual([...TABLES.keys()].map((table) => `${table}.json`).sort());
  for (const spec of TABLES.values()) {
    const kept: unknown = JSON.parse(readFileSync(`public/schemas/${spec.table}.json`, "utf8"));
    expect(kept, spec.table).toEqual(JSON.parse(JSON.stringify(tableSchema(spec))));
  }
});

test.each([...TABLES.keys()])("the template of %s is its columns and nothing else", async (table) => {
  const response = await GET(new Request("http://x/"), { params: Promise.resolve({ table }) });
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${table}.csv"`);
  const spec = TABLES.get(table);
  const fields = spec ? tableSchema(spec).fields.map(({ name }) => name) : [];
  expect((await response.text()).trim().replace("\uFEFF", "").split(",")).toEqual(fields);
});

test("an unknown table has no template, and the answer names those that have", async () => {
  const response = await GET(new Request("http://x/"), { params: Promise.resolve({ table: "secrets" }) });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("usage_days");
});
