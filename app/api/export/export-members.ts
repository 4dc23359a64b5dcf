import { loadListParams, scopeAsked } from "@/app/(app)/portfolio/lists/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { listMembers } from "@/db/queries/portfolio/list-members";
import type { ListKey } from "@/lib/core/portfolio/lists";
import { type ListMember, memberWhy } from "@/lib/core/portfolio/member-why";
import { amountOf, listOf, pointsOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** One of the portfolio's lists, as a list for a campaign: who to write to is in `contacts` where the list is of people. */
export function exportMembers(list: ListKey): (ctx: ViewerCtx, search: URLSearchParams) => ReadList {
  return ({ actor }, search) => {
    const { book, segment } = scopeAsked(loadListParams(search), actor.roles);
    return {
      words: [segment],
      read: async (ctx, limit) => {
        const rows = await listMembers(ctx, list, { book, segment: segment ?? undefined }, limit);
        const { currency } = await getSettings(ctx);
        const ids = await listExternalIds(
          ctx,
          rows.map(({ accountId }) => accountId),
        );
        return listOf<ListMember>(rows, {
          account_id: (row) => ids.get(row.accountId) ?? null,
          name: (row) => row.name,
          segment: (row) => row.segment,
          csm: (row) => row.csm,
          account_manager: (row) => row.am,
          decider: (row) => row.decider,
          arr_in_book: (row) => amountOf(row.arrCents, currency),
          book_currency: (row) => (row.arrCents === null ? null : currency),
          health: (row) => pointsOf(row.health, row.tone),
          health_band: (row) => toneWord(row.tone),
          renewal_date: (row) => row.endsOn,
          decide_by: (row) => row.decideBy,
          why: (row) => memberWhy(list, row, ctx.today),
          contacts: (row) => row.contacts.join("; ") || null,
        });
      },
    };
  };
}
