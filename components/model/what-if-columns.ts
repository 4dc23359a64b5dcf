import { addReadings, type BookColumns, decodeBook } from "@/lib/core/what-if/book-columns";
import { type Readable, readingIdentities } from "@/lib/core/what-if/reading-identity";
import { decodeColumns } from "@/lib/core/what-if/typed-columns";
import { paths } from "@/lib/paths";

/** The columns at an address. Throws what the server says where it gives none. */
export async function fetchBook(address: string): Promise<BookColumns> {
  return decodeBook(await bytesOf(await fetch(address)));
}

/** A book with the readings of some definitions beside those it had. Where its accounts are others by now (a decision was recorded,
 * or what was said before one computed, between two requests), the book as it is now, whose readings are still to be fetched. */
export async function fetchLacking(
  address: string,
  book: BookColumns,
  lacking: readonly Readable[],
  days: 60 | 90 | null,
): Promise<BookColumns> {
  const readings = new Map(book.readings);
  for (const readable of lacking) {
    const response = await fetch(paths.runReadings(book.about.runId), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...readable, days }),
    });
    const { columns } = decodeColumns(await bytesOf(response));
    if (!isSame(columns.accountIds, book)) {
      const now = await fetchBook(address);
      if (isSame(now.accountIds, book)) throw new Error("The accounts changed meanwhile. Load the page again.");
      return now;
    }
    for (const [i, identity] of readingIdentities(readable).entries())
      addReadings(readings, identity, book.n, null, columns[i] as Float64Array);
  }
  return { ...book, readings };
}

function isSame(accountIds: ArrayLike<number> | undefined, book: BookColumns): boolean {
  return accountIds?.length === book.n && book.accountIds.every((id, i) => id === accountIds[i]);
}

async function bytesOf(response: Response): Promise<ArrayBuffer> {
  if (response.ok) return response.arrayBuffer();
  const { title } = (await response.json().catch(() => ({}))) as { title?: string };
  throw new Error(title ?? "The accounts could not be loaded. Load the page again.");
}
