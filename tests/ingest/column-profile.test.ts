import { describe, expect, test } from "vitest";
import { type ColumnProfile, profileColumns } from "@/lib/ingest/column-profile";

async function profile(cells: string[]): Promise<ColumnProfile> {
  const records = cells.map((cell, index) => ({
    line: index + 2,
    cells: { one: cell },
    wrongCount: null,
    fault: null,
  }));
  const [column] = await profileColumns(records);
  if (!column) throw new Error("there is no column");
  return column;
}
const many = (cell: string, times: number) => Array.from({ length: times }, () => cell);

describe("what a column's cells say of their format", () => {
  test.each([
    [
      "day-first",
      ["25/03/2026", "26/03/2026", "03/04/2026"],
      "dmy",
      "day-first: 2 cells have a first number above 12, none a second",
    ],
    [
      "month-first",
      ["03/25/2026", "03/04/2026"],
      "mdy",
      "month-first: 1 cell has a second number above 12, none a first",
    ],
    [
      "nothing decides",
      ["03/04/2026", "05/06/2026"],
      "ambiguous",
      '"03/04/2026" may be day-first or month-first: no cell decides',
    ],
    [
      "both kinds",
      ["25/03/2026", "03/25/2026"],
      "ambiguous",
      "dates disagree: 1 cell can only be day-first and 1 only month-first",
    ],
    ["ISO", ["2026-03-25", "3 Mar 2026", "04/04/2026"], "iso", "3 cells can be read as a date in one way only"],
    [
      "ISO beside what cannot be ISO",
      ["2026-03-25", "03/04/2026"],
      "ambiguous",
      '"03/04/2026" may be day-first or month-first: no cell decides',
    ],
    [
      "Excel's serials",
      ["46085", "46086.5"],
      "excel",
      'numbers from 25569 to 73050: as dates, days counted by Excel; decimal point: 1 such as "46086.5", no decimal comma',
    ],
    ["numbers", ["46085", "12"], null, ""],
    ["words", ["soon", "later"], null, ""],
  ])("dates: %s", async (_, cells, dateOrder, evidence) => {
    expect(await profile(cells)).toMatchObject({ dateOrder, evidence });
  });

  test.each([
    ["points", ["1.5", "2", "1,234.5"], ".", 'decimal point: 2 such as "1.5", no decimal comma'],
    ["commas", ["1,5", "1.234,5 €", "1.234"], ",", 'decimal comma: 2 such as "1,5", no decimal point'],
    ["1.234 all through", ["1.234", "5.678"], "ambiguous", '"1.234" may be a thousand or a fraction: no cell decides'],
    ["1,234 all through", ["1,234", "5,678"], "ambiguous", '"1,234" may be a thousand or a fraction: no cell decides'],
    ["both", ["1.5", "1,5"], "ambiguous", '"1.5" has a decimal point, "1,5" a decimal comma'],
    ["whole numbers", ["1", "25", "-3"], null, ""],
  ])("decimals: %s", async (_, cells, decimal, evidence) => {
    expect(await profile(cells)).toMatchObject({ decimal, evidence });
  });

  test("evidence is counted over every record, in columns with more values than are kept", async () => {
    const cells = [...Array.from({ length: 3000 }, (_, n) => `word ${n}`), ...many("13.01.2026", 5), "14.01.2026"];
    expect(await profile(cells)).toMatchObject({
      filled: 3006,
      distinct: 1000,
      dateOrder: "dmy",
      kinds: { date: 6 },
      words: null,
      evidence: "day-first: 6 cells have a first number above 12, none a second",
    });
  });

  test("counts what is filled, what it can be read as, which words occur and which currencies are named", async () => {
    expect(await profile(["yes", "no", "", "N/A", "NULL", "-", "yes"])).toEqual({
      header: "one",
      samples: ["yes", "no"],
      records: 7,
      filled: 3,
      distinct: 2,
      kinds: { number: 0, date: 0, boolean: 3, serial: 0, email: 0 },
      dateOrder: null,
      decimal: null,
      currencies: [],
      words: { yes: 2, no: 1 },
      evidence: "",
    });
    expect(await profile(["12,50 €", "GBP 3,10"])).toMatchObject({ currencies: ["EUR", "GBP"], kinds: { number: 2 } });
    expect(await profile(["ann@x.test", "b"])).toMatchObject({ kinds: { email: 1 } });
  });
});
