export type DecimalMark = "." | ",";

/** A cell's number, or why it is none. `currency` is set where the cell's own sign names one beyond doubt. */
export type ReadNumber = { number: number; currency: string | null } | { fault: string };

const CURRENCIES: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₪": "ILS",
  "₴": "UAH",
  zł: "PLN",
  R$: "BRL",
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
};
const CODES = new Set(Intl.supportedValuesOf("currency"));
const SIGN = String.raw`(?:US|A|C|R|NZ|HK|S)?\$|\p{Sc}|zł|kr\.?|Fr\.?|[A-Z]{3}`;
const WRITTEN = new RegExp(`^(${SIGN})?([\\d.,]+(?:e[+-]?\\d+)?)(%|[kKmMbB]|bn|mn)?(${SIGN})?$`, "u");
const TIMES: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9 };
/** Thousands divided by blanks of any width or the Swiss apostrophe. */
const SPACED = /(?<!\d)\d{1,3}(?:[\s'’]\d{3})+(?!\d)/;
/** Blanks beside a sign or unit; one between digits that are no thousands stays, and makes it no number. */
const LOOSE = /(?<!\d)\s+|\s+(?!\d)/g;
const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads a number as people write it: $12,345.67, 12.345,67 €, (1,234), 66%, 1.2k, 1e3. Thousands must be divided in threes. */
export function readNumber(raw: string, decimal: DecimalMark): ReadNumber {
  let text = raw.trim();
  let sign = 1;
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) [text, sign] = [bracketed, -1];
  text = joined(text);
  const signs = /^([^\d.,(]*?)([-−+])|([-−])$/.exec(text);
  if (signs) {
    if (bracketed !== undefined) return { fault: "is not a number" };
    text = signs[3] ? text.slice(0, -1) : text.slice(0, signs[1]?.length) + text.slice(signs[0].length);
    sign = signs[2] === "+" ? 1 : -1;
  }
  const match = WRITTEN.exec(text.replace(/(?<=\d)E(?=[+-]?\d)/, "e"));
  if (!match?.[2] || (match[1] && match[4])) return { fault: "is not a number" };
  const digits = canonical(match[2], decimal);
  if (digits === null) return { fault: wrongMark(match[2], decimal) };
  const times = TIMES[match[3]?.toLowerCase() ?? ""] ?? 1;
  const number = times === 1 ? Number(digits) : Number((Number(digits) * times).toPrecision(15));
  const unit = match[1] ?? match[4] ?? "";
  if (/^[A-Z]{3}$/.test(unit) && !CODES.has(unit)) return { fault: "is not a number" };
  const currency = CURRENCIES[unit] ?? (CODES.has(unit) ? unit : null);
  return { number: number === 0 ? 0 : sign * number, currency };
}

const joined = (text: string) => text.replace(SPACED, (digits) => digits.replace(/\D/g, "")).replace(LOOSE, "");

/** Digits with a decimal point and no thousands; null: not written with this decimal mark. */
function canonical(digits: string, decimal: DecimalMark): string | null {
  const text = decimal === "," ? digits.replace(/[.,]/g, (mark) => (mark === "," ? "." : ",")) : digits;
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(text);
  const plain = grouped ? text.replaceAll(",", "") : text;
  return PLAIN.test(plain) ? plain : null;
}

function wrongMark(digits: string, decimal: DecimalMark): string {
  const other = decimal === "." ? "," : ".";
  if (canonical(digits, other) === null) return "is not a number";
  const name = other === "," ? "comma" : "point";
  return `has a decimal ${name}; choose decimal ${name} for this column`;
}

/** Which decimal mark a number can only have: `either` where 1.234 could be both, null where it has no mark at all. */
export function decimalOf(raw: string): DecimalMark | "either" | null {
  const digits = /\d[\d.,]*(?=\D*$)|^[.,]\d+/.exec(joined(raw.trim()))?.[0] ?? "";
  const marks = digits.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return null;
  const mark: DecimalMark = last === "," ? "," : ".";
  const other: DecimalMark = mark === "," ? "." : ",";
  if (new Set(marks).size === 2) return mark;
  if (marks.length > 1) return other;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? "either" : mark;
}
