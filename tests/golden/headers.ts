import type { GoldenCase } from "./golden-case";

const ROWS = "a-1,k,2026-01-01,1\na-2,k,2026-01-01,2\n";
const TAKEN = { accepted: 2, rows: ["a-1|k|2026-01-01|1", "a-2|k|2026-01-01|2"] };
const HEAD = "account_id,key,day,value";

/** The beginning of a zip archive, and an entry of its directory that says how much it unpacks to. */
function workbook(size: number, unpacked: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write("PK\u0003\u0004", 0, "latin1");
  bytes.write("PK\u0001\u0002", 40, "latin1");
  bytes.writeUInt32LE(unpacked, 64);
  return bytes;
}

const fails = (name: string, file: string | Buffer, message: string): GoldenCase => ({
  name,
  file,
  expected: { fails: message },
});
const titled = (name: string, above: string, line: number): GoldenCase => ({
  name,
  file: `${above}${HEAD}\n${ROWS}`,
  expected: { ...TAKEN, evidence: `the columns are named in line ${line}` },
});

export const HEADERS: GoldenCase[] = [
  titled("a title above the header", "Metrics 2026\n", 2),
  titled("a title, a date and a blank line above the header", "Metrics 2026\nExported 3 March\n\n", 4),
  titled("a title padded with commas", "Metrics 2026,,,\n,,,\n", 3),
  titled("a title in quotes over two lines", '"Metrics\n2026"\n', 3),
  {
    name: "two cells of a report's facts above a wide header",
    file: `Exported on,2026-11-22\naccount_id,key,day,value,note\na-1,k,2026-01-01,1,\na-2,k,2026-01-01,2,x\n`,
    expected: { ...TAKEN, evidence: "the columns are named in line 2" },
  },
  {
    name: "blank lines above the header",
    file: `\n\n${HEAD}\n${ROWS}`,
    expected: { ...TAKEN, evidence: "the columns are named in line 3" },
  },
  { name: "blanks around the names of columns", file: ` account_id , key,day ,value\n${ROWS}`, expected: TAKEN },
  { name: "the names of columns in quotes", file: `"account_id","key","day","value"\n${ROWS}`, expected: TAKEN },
  {
    name: "columns in another order, and one that nobody knows",
    file: "value,nobody's,day,key,account_id\n1,x,2026-01-01,k,a-1\n",
    expected: { accepted: 1, rows: ["a-1|k|2026-01-01|1"] },
  },
  { name: "a header and nothing below it", file: `${HEAD}\n`, expected: { accepted: 0, rows: [] } },
  {
    name: "sep=; in line 1",
    file: "sep=;\naccount_id;key;day;value\na-1;x,y;2026-01-01;1\n",
    expected: { accepted: 1, rows: ["a-1|x,y|2026-01-01|1"], evidence: "line 1 says sep=;" },
  },
  {
    name: "sep=, before a file of one record",
    file: "sep=,\r\naccount_id,key,day,value\r\na-1,k;l,2026-01-01,1\r\n",
    expected: { accepted: 1, rows: ["a-1|k;l|2026-01-01|1"] },
  },
  {
    name: "SEP=| with a byte-order mark",
    file: "\ufeffSEP=|\naccount_id|key|day|value\na-1|k|2026-01-01|1\n",
    expected: { accepted: 1, rows: ["a-1|k|2026-01-01|1"] },
  },
  {
    name: "semicolons between, decimal commas within",
    file: "account_id;key;day;value\na-1;k;2026-01-01;1,5\na-1;l;2026-01-01;2,5\na-1;m;2026-01-01;1.002,5\n",
    formats: { decimal: "," },
    expected: {
      accepted: 3,
      evidence: "semicolon: 4 of the first 4 records have 4 cells",
      rows: ["a-1|k|2026-01-01|1.5", "a-1|l|2026-01-01|2.5", "a-1|m|2026-01-01|1002.5"],
    },
  },
  {
    name: "tabs between, commas and semicolons within",
    file: "account_id\tkey\tday\tvalue\na-1\tone, two; three\t2026-01-01\t1\na-1\tfour, five; six\t2026-01-01\t2\n",
    expected: {
      accepted: 2,
      evidence: "tab: 3 of the first 3",
      rows: ["a-1|four, five; six|2026-01-01|2", "a-1|one, two; three|2026-01-01|1"],
    },
  },
  {
    name: "delimiters inside quotes decide nothing",
    file: 'account_id|key|day|value\na-1|"a,b,c,d"|2026-01-01|1\na-1|"e,f,g,h"|2026-01-01|2\n',
    expected: { accepted: 2, evidence: "pipe: 3 of the first 3" },
  },
  fails("no bytes at all", "", "file.csv is empty: the first line must name the columns."),
  fails("nothing but blank lines", "\n \n\r\n", "file.csv is empty: the first line must name the columns."),
  fails("two columns of one name", "account_id,key,key,value\na-1,k,k,1\n", 'Two columns are named "key".'),
  fails(
    "two columns of one name but for blanks",
    "account_id,key, key ,value\na-1,k,k,1\n",
    'Two columns are named "key".',
  ),
  fails("a column without a name", "account_id,,day,value\na-1,k,2026-01-01,1\n", "Column 2 has no name in line 1."),
  fails(
    "a delimiter too many in the header",
    "account_id,key,day,value,\na-1,k,2026-01-01,1,\n",
    "Column 5 has no name in line 1.",
  ),
  fails(
    "a column named __proto__",
    "account_id,__proto__,day\na-1,k,2026-01-01\n",
    "A column may not be named __proto__.",
  ),
  fails(
    "a column named constructor",
    "account_id,constructor,day\na-1,k,2026-01-01\n",
    "A column may not be named constructor.",
  ),
  fails(
    "a column with NUL in its name",
    "account_id,k\u0000y,day\na-1,k,2026-01-01\n",
    "file.csv, line 1: the header holds a NUL character.",
  ),
  fails(
    "201 columns",
    `${Array.from({ length: 201 }, (_, n) => `c${n}`).join(",")}\n`,
    "The file has 201 columns; 200 is the most.",
  ),
  fails(
    "a quote that never closes in the header",
    'account_id,"key,day,value\na-1,k,2026-01-01,1\n',
    "file.csv, line 1: a quote opens and never closes.",
  ),
  fails(
    "a web page that is named .csv",
    "<!DOCTYPE html>\n<html><table><tr><td>1</td></tr></table></html>",
    "is a web page or XML, whatever its name",
  ),
  fails(
    "an old Excel file",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "is an old Excel file (.xls) or has a password",
  ),
  fails("a workbook of 21 MB", workbook(21 * 1024 * 1024, 0), "file.csv is larger than 20 MB"),
  fails("a small workbook that unpacks to a gigabyte", workbook(100, 2 ** 30), "unpacks to more than 200 MB"),
  fails(
    "a zip archive that is no workbook",
    Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
    "cannot be read as an Excel workbook",
  ),
];
