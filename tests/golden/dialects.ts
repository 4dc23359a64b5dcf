import type { GoldenCase } from "./golden-case";

/** One table, in every way that companies write it: five encodings, four delimiters, three line ends. The key of line 2
 * has what UTF-8 needs two bytes for, the delimiter and quotes; that of line 3 goes on in line 4. */
const LINES = [
  ["account_id", "key", "day", "value"],
  ["a-1", 'Größe – "netto" €DELIMITER', "2026-01-01", "1.5"],
  ["A-2 ", "two<EOL>lines", "2026-01-02", "2"],
  ["a-1", "bad day", "2026-02-30", "3"],
  ["a-9", "nobody", "2026-01-01", "4"],
  ["a-1", "short", "2026-01-01"],
  ["a-2", "  plain  ", "2026-01-03", "-5"],
];

const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" };
const LINE_ENDS = { LF: "\n", CRLF: "\r\n", CR: "\r" };
const ENCODINGS: Record<string, { bytes: (text: string) => Buffer; evidence: string }> = {
  "UTF-8": { bytes: (text) => Buffer.from(text), evidence: "UTF-8: all" },
  "UTF-8 with a byte-order mark": {
    bytes: (text) => Buffer.from(`\ufeff${text}`),
    evidence: "UTF-8, by its byte-order mark",
  },
  "UTF-16 LE": {
    bytes: (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
    evidence: "UTF-16 LE, by its byte-order mark",
  },
  "UTF-16 BE": {
    bytes: (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
    evidence: "UTF-16 BE, by its byte-order mark",
  },
  "UTF-16 LE without a mark": { bytes: (text) => Buffer.from(text, "utf16le"), evidence: "UTF-16 LE: " },
  "windows-1252": { bytes: windows1252, evidence: "byte 0xF6 on line 2 is not UTF-8; read as windows-1252" },
};

/** The table's letters in windows-1252, byte by byte. */
function windows1252(text: string): Buffer {
  const bytes: Record<string, number> = { "€": 0x80, "–": 0x96, ö: 0xf6, ß: 0xdf };
  return Buffer.from([...text].map((char) => bytes[char] ?? char.charCodeAt(0)));
}

function written(delimiter: string, end: string): string {
  const cell = (text: string) => {
    const value = text.replace("DELIMITER", delimiter).replace("<EOL>", end);
    return /["\n\r]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return LINES.map((line) => line.map(cell).join(delimiter) + end).join("");
}

function goldenCase(encoding: string, delimiterName: string, endName: string): GoldenCase {
  const delimiter = DELIMITERS[delimiterName as keyof typeof DELIMITERS];
  const end = LINE_ENDS[endName as keyof typeof LINE_ENDS];
  const { bytes, evidence } = ENCODINGS[encoding] ?? { bytes: Buffer.from, evidence: "" };
  return {
    name: `${encoding}, ${delimiterName}, ${endName}`,
    file: bytes(written(delimiter, end)),
    expected: {
      accepted: 3,
      rejected: [
        [5, "day", '"2026-02-30" is no day of the calendar'],
        [6, "account_id", '"a-9": there is no such account; import accounts first'],
        [7, "", "has 3 cells, the header 4"],
      ],
      evidence,
      rows: [
        `a-1|Größe – "netto" €${delimiter}|2026-01-01|1.5`.replace("€\t", "€"),
        "a-2|plain|2026-01-03|-5",
        `a-2|two${end}lines|2026-01-02|2`,
      ],
    },
  };
}

export const DIALECTS: GoldenCase[] = Object.keys(ENCODINGS).flatMap((encoding) =>
  Object.keys(DELIMITERS).flatMap((delimiter) =>
    Object.keys(LINE_ENDS).map((end) => goldenCase(encoding, delimiter, end)),
  ),
);
