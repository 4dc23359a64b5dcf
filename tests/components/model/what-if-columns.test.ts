import { afterEach, expect, test, vi } from "vitest";
import { fetchLacking } from "@/components/model/what-if-columns";
import { templateOf } from "@/lib/core/templates/templates";
import { type BookColumns, encodeBook } from "@/lib/core/what-if/book-columns";
import { readingIdentities } from "@/lib/core/what-if/reading-identity";
import { encodeColumns } from "@/lib/core/what-if/typed-columns";
import { randomBook } from "@/tests/core/what-if/random-book";

const { model } = templateOf("default");
const readable = model.definitions.default;
const identities = readingIdentities(readable);

afterEach(() => void vi.unstubAllGlobals());

/** A server that reads these accounts, and whose book is this one. */
function serving(accountIds: Int32Array, book: BookColumns) {
  const columns = Object.fromEntries(identities.map((_, i) => [i, new Float64Array(accountIds.length).fill(i)]));
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string, { method = "GET" } = {}) => {
    asked.push(`${method} ${address}`);
    const bytes = method === "POST" ? encodeColumns({}, { accountIds, ...columns }) : encodeBook(book, []);
    return new Response(bytes as Uint8Array<ArrayBuffer>);
  });
  return asked;
}

test("readings of the same accounts stand beside those known", async () => {
  const book = { ...randomBook(model, 5), readings: new Map() };
  serving(book.accountIds, book);
  const found = await fetchLacking("/cases", book, [readable], 90);
  expect(found.accountIds).toEqual(book.accountIds);
  expect([...found.readings.keys()].sort()).toEqual([...new Set(identities)].sort());
});

test.each([
  ["one more", 6],
  ["the last one less", 4],
])("where %s is decided meanwhile the book is fetched as it is now, without a word", async (_, n) => {
  const [before, now] = [randomBook(model, 5), randomBook(model, n)];
  const asked = serving(now.accountIds, now);
  const found = await fetchLacking("/cases", { ...before, readings: new Map() }, [readable], 90);
  expect(found.n).toBe(n);
  expect(found.accountIds).toEqual(now.accountIds);
  expect(asked.at(-1)).toBe("GET /cases");
});

test("a book that stays another than its readings is told, and not asked for again and again", async () => {
  const book = { ...randomBook(model, 5), readings: new Map() };
  serving(Int32Array.of(99), book);
  await expect(fetchLacking("/cases", book, [readable], 90)).rejects.toThrow("The accounts changed meanwhile");
});
