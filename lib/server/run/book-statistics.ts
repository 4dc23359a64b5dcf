import "server-only";
import type { ClientBase } from "pg";

/** Where an account stands in the book by ARR; null where no account has one. */
export type BookStatistics = { medianCents: number | null; topQuarterCents: number | null };

/** The book's median ARR (the lower of the two middle ones) and the ARR from which an account is of the top quarter. */
export function bookStatisticsOf(arrCents: Float64Array): BookStatistics {
  const sorted = arrCents.filter((arr) => !Number.isNaN(arr)).sort();
  const n = sorted.length;
  if (n === 0) return { medianCents: null, topQuarterCents: null };
  return {
    medianCents: sorted[Math.floor((n - 1) / 2)] as number,
    topQuarterCents: sorted[n - Math.ceil(n / 4)] as number,
  };
}

/** The same figures as the current run found them. */
export async function loadBookStatistics(client: Pick<ClientBase, "query">): Promise<BookStatistics> {
  const { rows } = await client.query<BookStatistics>(
    `select median_arr_cents as "medianCents", top_quarter_arr_cents as "topQuarterCents" from runs where is_current`,
  );
  return rows[0] ?? { medianCents: null, topQuarterCents: null };
}
