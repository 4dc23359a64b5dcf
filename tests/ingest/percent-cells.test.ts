import { expect, it } from "vitest";
import writeExcelFile, { type Row } from "write-excel-file/node";
import { profileColumns } from "@/lib/ingest/column-profile";
import { detectDialect } from "@/lib/ingest/dialect";
import type { FileSource } from "@/lib/ingest/file-source";
import { readRecords } from "@/lib/ingest/read-records";
import { readSheets } from "@/lib/ingest/read-xlsx";

const text = (value: string) => ({ value, type: String });
const number = (value: number, format?: string) => ({ value, type: Number, ...(format ? { format } : {}) });

async function book(...sheets: Array<{ sheet: string; data: Row[] }>): Promise<FileSource> {
  const bytes = Buffer.from(await writeExcelFile(sheets).toBuffer());
  return {
    name: "book.xlsx",
    open: async function* () {
      yield bytes;
    },
  };
}

async function cellsOf(source: FileSource, sheet?: string) {
  const dialect = await detectDialect(source, sheet ? { sheet } : {});
  const rows: string[][] = [];
  for await (const { cells } of readRecords(source, dialect)) rows.push(Object.values(cells));
  return { dialect, rows };
}

const HEAD = ["Account", "Adoption", "Plain"].map(text);

it("cells that a sheet shows as percent arrive as people see them, others as they are", async () => {
  const source = await book({
    sheet: "Adoption",
    data: [
      HEAD,
      [text("a-1"), number(0.66, "0%"), number(0.66)],
      [text("a-2"), number(0.07, "0.00%"), number(0.07, "0.00")],
      [text("a-3"), number(0.12345, '#,##0.0 "of 100" %'), number(5, '0 "%"')],
      [text("a-4"), number(1.25, "0%"), null],
    ],
  });
  const { rows, dialect } = await cellsOf(source);
  expect(rows).toEqual([
    ["a-1", "66%", "0.66"],
    ["a-2", "7%", "0.07"],
    ["a-3", "12.3450%", "5"],
    ["a-4", "125%", ""],
  ]);
  expect(dialect.evidence).toContain("4 cells are shown as percent and read so: 66%, not 0.66");
  const [, adoption] = await profileColumns(readRecords(source, dialect));
  expect(adoption?.evidence).toContain('percent: 4 such as "66%", read as the number before the sign');
  expect(adoption?.kinds.number).toBe(4);
});

it("each sheet has its own places, beyond column Z and beside empty ones too", async () => {
  const wide = [null, ...Array.from({ length: 26 }, (_, n) => text(`c${n}`))];
  const source = await book(
    {
      sheet: "Notes",
      data: [
        [text("a"), text("b")],
        [text("x"), number(0.5)],
      ],
    },
    { sheet: "Q&A", data: [wide, [null, ...wide.slice(2).map(() => number(0.25)), number(0.25, "0%")]] },
  );
  expect((await cellsOf(source, "Notes")).rows).toEqual([["x", "0.5"]]);
  const [, second] = await readSheets(source);
  expect(second?.percents).toBe(1);
  expect(second?.rows[1]).toEqual(["", ...Array.from({ length: 25 }, () => "0.25"), "25%"]);
});
