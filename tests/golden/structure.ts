import type { Expected, GoldenCase } from "./golden-case";

const HEAD = "account_id,key,day,value";
const OK = (key: string) => `a-1,${key},2026-01-01,1`;
const ROW = (key: string) => `a-1|${key}|2026-01-01|1`;
const DOUBLE = "has a quote inside a quoted value; double it";

/** A metrics file: its lines below the usual header, and what becomes of them. */
const lines = (name: string, below: string[], expected: Expected, end = "\n"): GoldenCase => ({
  name,
  file: [HEAD, ...below].join(end) + end,
  expected,
});

export const STRUCTURE: GoldenCase[] = [
  lines("quotes: doubled, empty, around everything", ['"a-1","say ""hi""","2026-01-01","1"', 'a-1,"",2026-01-01,1'], {
    accepted: 1,
    rejected: [[3, "key", "is required for a new row"]],
    rows: ['a-1|say "hi"|2026-01-01|1'],
  }),
  lines(
    "a quote inside a value that begins without one is a character",
    ['a-1,6" pipe,2026-01-01,1', 'a-1,x"y"z,2026-01-01,1'],
    {
      accepted: 2,
      rows: ['a-1|6" pipe|2026-01-01|1', 'a-1|x"y"z|2026-01-01|1'],
    },
  ),
  lines("blanks around quotes are nothing", ['a-1, "b, c" ,2026-01-01 , 1'], { accepted: 1, rows: [ROW("b, c")] }),
  lines("an undoubled quote rejects its own record only", ['a-1,"say "hi"",2026-01-01,1', OK("b")], {
    accepted: 1,
    rejected: [[2, "key", DOUBLE]],
    rows: [ROW("b")],
  }),
  lines("an undoubled quote in the last line", [OK("b"), 'a-1,"x"y,2026-01-01,1'], {
    accepted: 1,
    rejected: [[3, "key", DOUBLE]],
    rows: [ROW("b")],
  }),
  lines("a quoted value over three lines", ['a-1,"one\ntwo\n\nthree",2026-01-01,1', "a-1,b,soon,1"], {
    accepted: 1,
    rejected: [[6, "day", '"soon" is not a date as YYYY-MM-DD']],
    rows: [ROW("one\ntwo\n\nthree")],
  }),
  lines(
    "a quoted value over two lines, CRLF",
    ['a-1,"one\r\ntwo",2026-01-01,1', "a-1,b,soon,1"],
    {
      accepted: 1,
      rejected: [[4, "day", '"soon" is not a date as YYYY-MM-DD']],
    },
    "\r\n",
  ),
  lines("a quote that never closes: what follows is not read", [OK("a"), 'a-1,"b,2026-01-01,1', OK("c"), OK("d")], {
    accepted: 1,
    notRead: 3,
    rows: [ROW("a")],
  }),
  lines(
    "a quote that another value's quote would close",
    [OK("a"), 'a-1,"b,2026-01-01,1', 'a-1,"c",2026-01-01,1', OK("d")],
    {
      accepted: 1,
      notRead: 3,
      rows: [ROW("a")],
    },
  ),
  lines(
    "a quote that is open for more than 64 kB",
    [OK("a"), 'a-1,"b,2026-01-01,1', ...Array.from({ length: 4000 }, (_, n) => OK(`c${n}`))],
    {
      accepted: 1,
      notRead: 4001,
      rows: [ROW("a")],
    },
  ),
  lines("blank lines among the lost are not counted", ['a-1,"b,2026-01-01,1', "", OK("c"), "", ""], {
    accepted: 0,
    notRead: 2,
  }),
  lines("a record longer than 64 kB is rejected alone", [`a-1,${"x".repeat(70_000)},2026-01-01,1`, OK("b")], {
    accepted: 1,
    rejected: [[2, "key", "is longer than 64 kB"]],
    rows: [ROW("b")],
  }),
  lines("a quoted value of 60 kB is kept", [`a-1,"${"x".repeat(60_000)}",2026-01-01,1`], { accepted: 1 }),
  lines("too few and too many cells", ["a-1,k,2026-01-01", `${OK("b")},`, "a-1", OK("c")], {
    accepted: 1,
    rejected: [
      [2, "", "has 3 cells, the header 4"],
      [3, "", "has 5 cells, the header 4"],
      [4, "", "has 1 cells, the header 4"],
    ],
    rows: [ROW("c")],
  }),
  lines("blank lines are no records; a line of delimiters is one", ["", "   ", OK("a"), ",,,", "", OK("b"), ""], {
    accepted: 2,
    rejected: [[5, "account_id", "is empty"]],
    rows: [ROW("a"), ROW("b")],
  }),
  {
    name: "line ends of three kinds in one file",
    file: `${HEAD}\r\n${OK("a")}\r${OK("b")}\n${OK("c")}\n\r${OK("d")}`,
    expected: { accepted: 4, rows: ["a", "b", "c", "d"].map(ROW) },
  },
  { name: "no line end at the end", file: `${HEAD}\n${OK("a")}`, expected: { accepted: 1, rows: [ROW("a")] } },
  {
    name: "a quoted value ends the file",
    file: `value,account_id,day,key\n1,a-1,2026-01-01,"a"`,
    expected: { accepted: 1, rows: [ROW("a")] },
  },
  lines("NUL in a value", ["a-1,x\u0000y,2026-01-01,1", "a\u0000,k,2026-01-01,1", OK("b")], {
    accepted: 1,
    rejected: [
      [2, "key", "holds a NUL character"],
      [3, "account_id", "holds a NUL character"],
    ],
    rows: [ROW("b")],
  }),
  {
    name: "half of a UTF-16 character",
    file: Buffer.from(
      `\ufeff${HEAD}\na-1,x\ud83d,2026-01-01,1\na-1,\ude00,2026-01-01,1\na-1,\ud83d\ude00,2026-01-01,1\n`,
      "utf16le",
    ),
    expected: {
      accepted: 1,
      rejected: [
        [2, "key", "holds half of a character"],
        [3, "key", "holds half of a character"],
      ],
      rows: [ROW("\u{1f600}")],
    },
  },
  {
    name: "UTF-16 that ends in the middle of a character",
    file: Buffer.concat([Buffer.from(`\ufeff${HEAD}\n${OK("a")}\na-1,b,2026-01-01,2`, "utf16le"), Buffer.from([0x30])]),
    expected: { accepted: 1, rejected: [[3, "value", '"2\ufffd" is not a number']], rows: [ROW("a")] },
  },
  {
    name: "UTF-8 cut in the middle of a character is windows-1252",
    file: Buffer.concat([Buffer.from(`${HEAD}\n${OK("a")}\na-1,`), Buffer.from([0xc3])]),
    expected: {
      accepted: 1,
      rejected: [[3, "", "has 2 cells, the header 4"]],
      evidence: "byte 0xC3 on line 3 is not UTF-8",
    },
  },
  {
    name: "all the letters of windows-1252 that ISO 8859-1 has not",
    file: Buffer.concat([
      Buffer.from(`${HEAD}\na-1,`),
      Buffer.from([0x80, 0x82, 0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x94, 0x99, 0x9f]),
      Buffer.from(",2026-01-01,1\n"),
    ]),
    expected: { accepted: 1, rows: [ROW("€‚…ŠŒŽ‘”™Ÿ")] },
  },
  lines("letters of every script", ["a-1,北京 Ωμέγα שלום 🚀,2026-01-01,1"], {
    accepted: 1,
    rows: [ROW("北京 Ωμέγα שלום 🚀")],
  }),
];
