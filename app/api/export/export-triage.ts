import { filterOf } from "@/app/(app)/triage/prepare-filter";
import { loadTriageParams } from "@/app/(app)/triage/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { listTriage, type TriageRow } from "@/db/queries/list-triage";
import { amountOf, listOf, pointsOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The queue, in its order. */
export function exportTriage({ actor }: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadTriageParams(search);
  const { filter } = filterOf(params, actor.roles);
  return {
    words: [params.split, params.band?.join("-"), params.segment],
    read: async (ctx, limit) => {
      const { rows } = await listTriage(ctx, filter, { sort: params.sort, limit });
      const { currency } = await getSettings(ctx);
      const ids = await listExternalIds(
        ctx,
        rows.map(({ accountId }) => accountId),
      );
      return listOf<TriageRow>(rows, {
        account_id: (row) => ids.get(row.accountId) ?? null,
        name: (row) => row.name,
        segment: (row) => row.segment,
        csm: (row) => row.csm,
        am: (row) => row.am,
        why: (row) => row.reasonText,
        score: (row) => pointsOf(row.score, row.scoreTone),
        score_band: (row) => toneWord(row.scoreTone),
        people_band: (row) => toneWord(row.peopleTone),
        card: (row) => row.cardState,
        health: (row) => pointsOf(row.health, row.tone),
        health_band: (row) => toneWord(row.tone),
        in_band_since: (row) => row.bandSince,
        change_30_days: (row) => pointsOf(row.delta30, 1),
        diverges: (row) => row.divergence,
        coverage: (row) => Math.round(row.coverage * 1000) / 1000,
        arr_in_book: (row) => amountOf(row.arrCents, currency),
        book_currency: (row) => (row.arrCents === null ? null : currency),
        renews_on: (row) => row.endsOn,
        decide_by: (row) => row.decideBy,
        last_touch_on: (row) => row.lastTouchOn,
      });
    },
  };
}
