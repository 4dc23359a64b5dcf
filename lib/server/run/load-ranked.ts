import "server-only";
import type { ClientBase } from "pg";
import type { RankedRow } from "@/lib/core/portfolio/triage";
import { loadBookStatistics } from "./book-statistics";

export type RankedAccount = RankedRow & { accountId: number; slug: string; name: string; priority: number };

/** What every row of triage is ranked by, and the book's median ARR. */
export async function loadRanked(
  client: Pick<ClientBase, "query">,
): Promise<{ rows: RankedAccount[]; medianCents: number }> {
  const { rows } = await client.query<RankedAccount>(
    `select account_id as "accountId", slug, name, health, qualitative, card_state as "cardState", arr_cents as "arrCents",
       decide_by - (select as_of from runs where is_current) as "daysToDecideBy", priority_flags as flags, priority
     from triage`,
  );
  const { medianCents } = await loadBookStatistics(client);
  return { rows, medianCents: medianCents ?? 0 };
}
