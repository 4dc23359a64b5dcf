import { type BookGroup, type BookTotal, countBook, type GroupBy, listBookGroups } from "@/db/queries/list-book";
import type { TriageFilter } from "@/db/queries/triage-filter";
import type { Ctx } from "@/lib/server/context";

/** What a filter holds in all: the sum of its groups where it is grouped, so that the two never differ. */
export async function totalsOf(
  ctx: Ctx,
  filter: TriageFilter,
  by: GroupBy | null,
): Promise<{ total: BookTotal; groups: BookGroup[] | null }> {
  if (!by) return { total: await countBook(ctx, filter), groups: null };
  const groups = await listBookGroups(ctx, filter, by);
  const sum = (of: "accounts" | "arrCents" | "withoutRate") => groups.reduce((total, group) => total + group[of], 0);
  const total = { accounts: sum("accounts"), arrCents: sum("arrCents"), withoutRate: sum("withoutRate") };
  return { total: { ...total, isCapped: false }, groups };
}
