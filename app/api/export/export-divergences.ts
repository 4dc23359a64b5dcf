import { filterOf } from "@/app/(app)/divergences/prepare-filter";
import { loadDivergenceParams } from "@/app/(app)/divergences/search-params";
import { type DivergenceRow, listDivergenceRows } from "@/db/queries/divergences/list-divergence-rows";
import { getSettings } from "@/db/queries/get-settings";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { amountOf, listOf, pointsOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The disagreements of the screen, in its order. */
export function exportDivergences({ actor }: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadDivergenceParams(search);
  return {
    words: [params.state, params.sign, params.severe && "severe"],
    read: async (ctx, limit) => {
      const rows = await listDivergenceRows(ctx, filterOf(params, actor.roles), limit);
      const { currency } = await getSettings(ctx);
      const ids = await listExternalIds(
        ctx,
        rows.map(({ accountId }) => accountId),
      );
      return listOf<DivergenceRow>(rows, {
        account_id: (row) => ids.get(row.accountId) ?? null,
        name: (row) => row.name,
        sign: (row) => row.sign,
        severe: (row) => row.severe,
        points_apart: (row) => pointsOf(row.gap, 1),
        score: (row) => pointsOf(row.score, row.scoreTone),
        score_band: (row) => toneWord(row.scoreTone),
        people: (row) => pointsOf(row.qualitative, row.peopleTone),
        people_band: (row) => toneWord(row.peopleTone),
        arr_in_book: (row) => amountOf(row.arrCents, currency),
        book_currency: (row) => (row.arrCents === null ? null : currency),
        opened_on: (row) => row.openedOn,
        due_on: (row) => row.dueOn,
        owner: (row) => row.owner,
        settled_on: (row) => row.settledOn,
        resolution: (row) => row.resolution,
        closed_on: (row) => row.closedOn,
        who_was_right: (row) => row.whoWasRight,
      });
    },
  };
}
