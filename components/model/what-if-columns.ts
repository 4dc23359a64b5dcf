import { addReadings, type BookColumns, decodeBook } from "@/lib/core/what-if/book-columns";
import { type Readable, readingIdentities } from "@/lib/core/what-if/reading-identity";
import { decodeColumns } from "@/lib/core/what-if/typed-columns";
import { paths } from "@/lib/paths";

/** The columns at an address. Throws what the server says where it gives none. */
export async function fetchBook(address: string): Promise<BookColumns> {
  return decodeBook(await bytesOf(await fetch(address)));
}

/** A book with the readings of some definitions beside those it had. */
export async function fetchLacking(
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
    if (columns.accountIds?.some((id, i) => id !== book.accountIds[i]) ?? true)
      throw new Error("The run changed meanwhile. Load the page again.");
    for (const [i, identity] of readingIdentities(readable).entries())
      addReadings(readings, identity, book.n, null, columns[i] as Float64Array);
  }
  return { ...book, readings };
}

async function bytesOf(response: Response): Promise<ArrayBuffer> {
  if (response.ok) return response.arrayBuffer();
  const { title } = (await response.json().catch(() => ({}))) as { title?: string };
  throw new Error(title ?? "The accounts could not be loaded. Load the page again.");
}
