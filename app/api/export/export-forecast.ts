import { loadForecastParams, renewalsAsked } from "@/app/(app)/forecast/search-params";
import { scopeAsked } from "@/app/(app)/portfolio/lists/search-params";
import { getForecast } from "@/db/queries/forecast/get-forecast";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { CALL_WORDS } from "@/lib/core/forecast/calls";
import { amountOf, listOf, pointsOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The renewals of the next twelve months, each with its chance, what is expected of it and what people say. */
export function exportForecast({ actor }: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadForecastParams(search);
  const scope = scopeAsked(params, actor.roles);
  return {
    words: ["renewals", params.month, params.segment],
    read: async (ctx, limit) => {
      const { forecast, basis, settings } = await getForecast(ctx, scope, params.period);
      const { currency } = settings;
      const asked = renewalsAsked(forecast.rows, params);
      const rows = asked.slice(0, limit);
      const moved = new Map(forecast.week.movers.map(({ accountId, changeCents }) => [accountId, changeCents]));
      const ids = await listExternalIds(
        ctx,
        rows.map(({ accountId }) => accountId),
      );
      const share = (value: number | undefined) => (value === undefined ? null : Math.round(value * 1000) / 1000);
      return listOf<(typeof rows)[number]>(rows, {
        account_id: (row) => ids.get(row.accountId) ?? null,
        name: (row) => row.name,
        segment: (row) => row.segment,
        decide_by: (row) => row.decideBy,
        band: (row) => toneWord(row.tone),
        health: (row) => pointsOf(row.health, row.tone),
        arr_in_book: (row) => amountOf(row.arrCents, currency),
        book_currency: (row) => (row.arrCents === null ? null : currency),
        chance_by: () => basis.kind,
        chance: (row) => share(row.chance?.chance),
        chance_low: (row) => share(row.chance?.low),
        chance_high: (row) => share(row.chance?.high),
        expected: (row) => amountOf(row.expectedCents, currency),
        changed_in_a_week: (row) =>
          moved.has(row.accountId) ? amountOf(moved.get(row.accountId) ?? 0, currency) : null,
        call: (row) => row.call && CALL_WORDS[row.call],
        called_by: (row) => row.calledBy,
        called_on: (row) => row.calledOn,
        call_a_week_ago: (row) => row.callThen && CALL_WORDS[row.callThen],
      });
    },
  };
}
