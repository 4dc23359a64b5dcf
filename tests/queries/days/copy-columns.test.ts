import { expect, it } from "vitest";
import { copyColumns } from "@/db/days/copy-columns";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

const absent = Number.NaN;

it("copies numbers of every width and words of any spelling, row by row", async () => {
  const { pool } = await testDatabase();
  const words = ["active", "none"];
  const spelled = ["none", "active", "", "Zürich", "東京", null, "active", "a".repeat(300), "Zürich"];
  const values = spelled.map((text, i) => `(${i}, ${text === null ? "null" : `'${text}'`})`).join(", ");
  const [columns = []] = await withTransaction(pool, ({ client }) =>
    copyColumns(client, [
      {
        sql: `select (i - 4)::int2, i - 70000, (i - 4) * 3000000000, i / 8.0::float8, word
          from (values ${values}) t (i, word) order by i`,
        columns: [
          { type: "int2", absent },
          { type: "int4", absent },
          { type: "int8", absent },
          { type: "float8", absent },
          { type: "text", words, absent: -1 },
        ],
      },
    ]),
  );
  const rows = [...spelled.keys()];
  expect([...(columns[0] ?? [])]).toEqual(rows.map((i) => i - 4));
  expect([...(columns[1] ?? [])]).toEqual(rows.map((i) => i - 70_000));
  expect([...(columns[2] ?? [])]).toEqual(rows.map((i) => (i - 4) * 3e9));
  expect([...(columns[3] ?? [])]).toEqual(rows.map((i) => i / 8));
  expect(Array.from(columns[4] ?? [], (place) => words[place] ?? null)).toEqual(spelled);
  // Those known before keep their places; each new one is added once.
  expect(words).toEqual(["active", "none", "", "Zürich", "東京", "a".repeat(300)]);
});

it("tells words of one hash apart", async () => {
  const { pool } = await testDatabase();
  // 31 × "A" + "a" = 31 × "B" + "B": the same hash by 31s.
  const [columns = []] = await withTransaction(pool, ({ client }) =>
    copyColumns(client, [
      { sql: "select unnest('{Aa,BB,Aa}'::text[])", columns: [{ type: "text", words: [], absent: -1 }] },
    ]),
  );
  expect([...(columns[0] ?? [])]).toEqual([0, 1, 0]);
});
