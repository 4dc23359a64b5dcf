import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it, test } from "vitest";
import { guardText, keepWord, unguardText } from "@/lib/ingest/guard-text";
import { parseCell } from "@/lib/ingest/parse-cell";
import { writeCsv } from "@/lib/ingest/write-csv";
import { writeXlsx } from "@/lib/ingest/write-xlsx";
import { isLive, PAYLOADS } from "./formula-payloads";

const HARMLESS = ["'", "''", "'Allo", "it's =1", "a=b", 'Ümlaut, "GmbH"', "1-2", "x\r\n=1", "２", "0", "NAB", "no"];
const WORDS = ["NA", "n/a", "NULL", "null", "None", "nan", "–", "'NA", "''NULL"];

async function csvOf(header: string[], rows: (string | number)[][]): Promise<string[][]> {
  let text = "";
  for await (const piece of writeCsv({ header, rows })) text += piece;
  return parse(text, { bom: true });
}

/** One file of a zip, found by its central directory. */
function unzipped(zip: Buffer, name: string): string {
  const entry = zip.lastIndexOf(name) - 46;
  const [size, at] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)];
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return inflateRawSync(zip.subarray(begin, begin + size)).toString();
}

describe("text on its way out", () => {
  it(`is live in none of ${PAYLOADS.length} cells and headers of a CSV file`, async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(500);
    const [header, ...rows] = await csvOf([...PAYLOADS], [[...PAYLOADS], [...PAYLOADS].reverse()]);
    for (const cell of [...(header ?? []), ...rows.flat()]) expect(isLive(cell), JSON.stringify(cell)).toBe(false);
    expect(rows[0]?.map(unguardText)).toEqual(PAYLOADS);
  });

  it("is text in a workbook, never a formula, guarded for whoever saves it as CSV", async () => {
    const book = await writeXlsx({ header: PAYLOADS, rows: [PAYLOADS] }, "payloads");
    const sheetXml = unzipped(Buffer.from(book), "xl/worksheets/sheet1.xml");
    expect(sheetXml).toContain("<c ");
    expect(sheetXml).not.toMatch(/<f[ >]/);
    const [sheet] = await readExcelFile(Buffer.from(book), { trim: false });
    for (const row of sheet?.data ?? [])
      for (const [i, cell] of row.entries()) {
        expect(typeof cell).toBe("string");
        expect(isLive(cell as string), PAYLOADS[i]).toBe(false);
      }
    expect(sheet?.data).toHaveLength(2);
  });

  it("keeps numbers numbers, negative ones too", async () => {
    expect(await csvOf(["a"], [[-5], [-1.5e-9], [0]])).toEqual([["a"], ["-5"], ["-1.5e-9"], ["0"]]);
    const [sheet] = await readExcelFile(Buffer.from(await writeXlsx({ header: ["a"], rows: [[-5]] }, "n")));
    expect(sheet?.data[1]).toEqual([-5]);
  });

  it("is left alone where nothing would run it", () => {
    for (const text of HARMLESS) expect(guardText(text)).toBe(text);
  });
});

test("an import takes off exactly the guard that was put, and no other quote mark", () => {
  for (const text of [...PAYLOADS, ...HARMLESS]) expect(unguardText(guardText(text))).toBe(text);
  for (const text of [...WORDS, ...HARMLESS]) expect(unguardText(guardText(keepWord(text)))).toBe(text);
});

test("a word that looks missing is read as the word it is", () => {
  for (const text of WORDS)
    expect(parseCell({ name: "region", type: "text" }, guardText(keepWord(text)))).toEqual({ kind: "value", text });
});
