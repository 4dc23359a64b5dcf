import { expect, test } from "vitest";
import { Dialect, detectDialect } from "@/lib/ingest/dialect";
import { readRecords, recordShape } from "@/lib/ingest/read-records";
import { inPieces } from "@/tests/golden/golden-case";

const source = (text: string | Buffer) => inPieces(Buffer.from(text), 100);

test("a dialect says how the file is written, with its evidence, and survives JSON", async () => {
  const dialect = await detectDialect(source("Title\n\na;b\n1;2\n3;4\n"));
  expect(dialect).toEqual({
    format: "csv",
    encoding: "utf-8",
    delimiter: ";",
    headerLine: 3,
    sheet: null,
    evidence: [
      "UTF-8: all 19 bytes are valid",
      "semicolon: 3 of the first 4 records have 2 cells",
      "the columns are named in line 3; what stands above is a title",
    ],
  });
  expect(Dialect.parse(JSON.parse(JSON.stringify(dialect)))).toEqual(dialect);
});

test("what a person chooses stands in place of what would be found", async () => {
  const file = source("a;b,c\n1;2,3\n4;5,6\n");
  const dialect = await detectDialect(file, { delimiter: ",", headerLine: 2 });
  expect(dialect).toMatchObject({ delimiter: ",", headerLine: 2 });
  const read = recordShape();
  for await (const { cells } of readRecords(file, dialect, read)) expect(cells).toEqual({ "1;2": "4;5", "3": "6" });
  expect(read).toEqual({ headers: ["1;2", "3"], records: 1, notRead: 0, unreadable: null });
});

test("a wrongly chosen encoding is refused, not misread", async () => {
  const latin = Buffer.from([0x61, 0x2c, 0x62, 10, 0xe9, 0x2c, 0x31, 10]);
  await expect(detectDialect(source(latin), { encoding: "utf-8" })).rejects.toThrow("choose another encoding");
  expect((await detectDialect(source(latin))).encoding).toBe("windows-1252");
});

test("the records before an open quote are delivered, with the line where it opened", async () => {
  const file = source('a,b\n1,2\n3,"4\n5,6\n');
  const read = recordShape();
  const lines: number[] = [];
  for await (const { line } of readRecords(file, await detectDialect(file), read)) lines.push(line);
  expect(lines).toEqual([2]);
  expect(read).toMatchObject({
    records: 1,
    notRead: 2,
    unreadable: { line: 3, reason: "a quote opens and never closes" },
  });
});
