/** A generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const CELLS = [
  ...[
    "a-1",
    "a-2",
    "A-1 ",
    "nobody",
    "k",
    "",
    "",
    "NULL",
    "-",
    "N/A",
    "null",
    "1",
    "0",
    "1.5",
    "1,5",
    "1.234,56 €",
    "$1,234.50",
  ],
  ...[
    "(5)",
    "66%",
    "1e3",
    "1e400",
    "2026-01-02",
    "03/04/2026",
    "25.12.2025",
    "3 Mar 2026",
    "46085",
    "1767225600",
    "0000-00-00",
  ],
  ...[
    "2026-01-02T10:00:00Z",
    "2026-02-30",
    "Größe",
    "🚀",
    "x\u0000y",
    "'=1+1",
    "=1+1",
    "two\nlines",
    'say "hi"',
    "a,b;c\td|e",
  ],
];
const NOISE = ['"', '""', ",", ";", "\t", "|", "\n", "\r", "\r\n", "\u0000", " ", "x", "é", "\ud83d"];
const ENDS = ["\n", "\r\n", "\r"];

/** A file such as a company might send, then damaged: bytes cut, doubled and put in at random. */
export function randomFile(seed: number): Buffer {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const delimiter = pick([",", ",", ";", "\t", "|"]);
  const end = pick(ENDS);
  const headers = ["account_id", "key", "day", "value", ...(random() < 0.3 ? ["other"] : [])];
  const write = (text: string) => {
    const isQuoted = /["\n\r]/.test(text) || text.includes(delimiter) || random() < 0.1;
    return isQuoted && random() > 0.02 ? `"${text.replaceAll('"', random() < 0.97 ? '""' : '"')}"` : text;
  };
  const usual = ["a-1", () => `k${Math.floor(random() * 50)}`, "2026-01-02", "1"];
  const cell = (index: number): string => {
    const one = usual[index];
    return one === undefined || random() < 0.15 ? pick(CELLS) : typeof one === "string" ? one : one();
  };
  const lines = Array.from({ length: Math.floor(random() * 30) }, () =>
    headers
      .slice(0, random() < 0.05 ? 2 : undefined)
      .map((_, index) => write(cell(index)))
      .join(delimiter),
  );
  const title = random() < 0.1 ? `Report${end}${end}` : "";
  let text = `${title}${[headers.join(delimiter), ...lines].join(random() < 0.05 ? pick(ENDS) : end)}${random() < 0.8 ? end : ""}`;
  const damage = random() < 0.5 ? 0 : Math.floor(random() * 4);
  for (let n = 0; n < damage; n += 1) {
    const at = Math.floor(random() * text.length);
    text = random() < 0.3 ? text.slice(0, at) + text.slice(at + 3) : text.slice(0, at) + pick(NOISE) + text.slice(at);
  }
  return encoded(text, random());
}

function encoded(text: string, share: number): Buffer {
  if (share < 0.6) return Buffer.from(share < 0.1 ? `\ufeff${text}` : text);
  if (share < 0.75) return Buffer.from(text, "latin1");
  const wide = Buffer.from(`\ufeff${text}`, "utf16le");
  return share < 0.9 ? wide : wide.swap16();
}
