import writeExcelFile, { type Row } from "write-excel-file/node";
import type { GoldenCase } from "./golden-case";

const text = (value: string) => ({ value, type: String });
const number = (value: number) => ({ value, type: Number });
const date = (iso: string, format = "dd/mm/yyyy") => ({ value: new Date(iso), type: Date, format });
const HEAD = ["account_id", "key", "day", "value"].map(text);

const book =
  (...sheets: Array<{ sheet: string; data: Row[] }>) =>
  async () =>
    Buffer.from(await writeExcelFile(sheets).toBuffer());
const one = (...data: Row[]) => book({ sheet: "Sheet1", data });

export const SHEETS: GoldenCase[] = [
  {
    name: "XLSX: dates, numbers and text by their types",
    file: one(
      HEAD,
      [text("a-1"), text("k"), date("2026-03-04"), number(1.5)],
      [text("a-2"), text("k"), date("2026-04-03"), number(-2)],
    ),
    expected: { accepted: 2, evidence: 'sheet "Sheet1"', rows: ["a-1|k|2026-03-04|1.5", "a-2|k|2026-04-03|-2"] },
  },
  {
    name: "XLSX: numbers that would be ambiguous as text",
    file: one(
      HEAD,
      [text("a-1"), text("k"), date("2026-03-04"), number(1.234)],
      [text("a-1"), number(7), date("2026-03-04"), number(1234567)],
    ),
    expected: { accepted: 2, rows: ["a-1|7|2026-03-04|1234567", "a-1|k|2026-03-04|1.234"] },
  },
  {
    name: "XLSX: dates and numbers as text, row by row",
    file: one(
      HEAD,
      [text("a-1"), text("k"), text("2026-03-04"), text("1,234.5")],
      [text("a-1"), text("k"), text("03/04/2026"), text("1")],
    ),
    expected: {
      accepted: 1,
      rejected: [
        [
          3,
          "day",
          '"03/04/2026" may be day-first or month-first; choose day-first or month-first dates for this column',
        ],
      ],
      rows: ["a-1|k|2026-03-04|1234.5"],
    },
  },
  {
    name: "XLSX: serial dates without a date's format",
    file: one(HEAD, [text("a-1"), text("k"), number(46085), number(1)]),
    formats: { dates: "excel" },
    expected: { accepted: 1, rows: ["a-1|k|2026-03-04|1"] },
  },
  {
    name: "XLSX: moments to the second",
    table: "tickets",
    file: one(["account_id", "id", "opened_at", "severity", "escalated"].map(text), [
      text("a-1"),
      text("t1"),
      date("2026-03-04T13:14:15Z", "yyyy-mm-dd hh:mm:ss"),
      text("low"),
      { value: true, type: Boolean },
    ]),
    expected: { accepted: 1, rows: ["a-1|t1|2026-03-04 12:14:15||low|t|"] },
  },
  {
    name: "XLSX: a title and blank rows, lines as the sheet numbers them",
    file: one(
      [text("Metrics")],
      [],
      HEAD,
      [text("a-1"), text("k"), date("2026-03-04"), number(1)],
      [],
      [text("a-1"), text("k"), text("soon"), number(1)],
    ),
    expected: {
      accepted: 1,
      evidence: "the columns are named in row 3",
      rejected: [[6, "day", '"soon" is not a date as YYYY-MM-DD']],
    },
  },
  {
    name: "XLSX: empty cells at the end of a row, cells beyond the header",
    file: one(
      HEAD,
      [text("a-1"), text("k"), date("2026-03-04")],
      [text("a-1"), text("k"), date("2026-03-04"), number(1), text("note")],
    ),
    expected: {
      accepted: 0,
      rejected: [
        [2, "value", "is required for a new row"],
        [3, "", "has 5 cells, the header 4"],
      ],
    },
  },
  {
    name: "XLSX: the first sheet that has anything, the others named",
    file: book(
      { sheet: "Empty", data: [] },
      { sheet: "Data", data: [HEAD, [text("a-1"), text("k"), date("2026-03-04"), number(1)]] },
      { sheet: "Notes", data: [[text("hi")]] },
    ),
    expected: { accepted: 1, evidence: 'sheet "Data"; not read: "Empty", "Notes"' },
  },
  { name: "XLSX: nothing in it", file: one(), expected: { fails: "has no sheet with anything in it" } },
  {
    name: "XLSX: two columns of one name",
    file: one([text("account_id"), text("account_id")], [text("a-1"), text("a-1")]),
    expected: { fails: 'Two columns are named "account_id".' },
  },
];
