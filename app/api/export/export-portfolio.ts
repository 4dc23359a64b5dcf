import { bookOf, loadPortfolioParams } from "@/app/(app)/portfolio/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { type CsmStanding, listCsmStandings } from "@/db/queries/portfolio/list-csm-standings";
import { listMeasureSums } from "@/db/queries/portfolio/list-measure-sums";
import { listRenewals, type RenewalSum } from "@/db/queries/portfolio/list-renewals";
import { ladderMonths } from "@/lib/core/portfolio/ladder-months";
import type { MeasureSum } from "@/lib/core/portfolio/measure-sums";
import { amountOf, listOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

function scopeOf({ actor }: ViewerCtx, search: URLSearchParams) {
  const { owner, segment, by } = loadPortfolioParams(search);
  return { scope: { book: bookOf(owner, actor.roles), segment: segment ?? undefined }, by, words: [owner, segment] };
}

/** How the CSMs of a scope stand. */
export function exportCsms(viewer: ViewerCtx, search: URLSearchParams): ReadList {
  const { scope, words } = scopeOf(viewer, search);
  return {
    words,
    read: async (ctx) => {
      const { currency } = await getSettings(ctx);
      return listOf<CsmStanding>(await listCsmStandings(ctx, scope), {
        csm: (row) => row.name,
        accounts: (row) => row.accounts,
        arr: (row) => amountOf(row.arrCents, currency),
        book_currency: () => currency,
        without_exchange_rate: (row) => row.withoutRate,
        green: (row) => row.green,
        overdue_reviews: (row) => row.overdueReviews,
        stale_scorecards: (row) => row.staleCards,
        yellow_without_plan_in_time: (row) => row.unplannedYellows,
      });
    },
  };
}

/** What decides in each of the twelve months to come, by band. */
export function exportRenewals(viewer: ViewerCtx, search: URLSearchParams): ReadList {
  const { scope, words } = scopeOf(viewer, search);
  return {
    words,
    read: async (ctx) => {
      const { currency } = await getSettings(ctx);
      const { from, to } = ladderMonths(ctx.today);
      return listOf<RenewalSum>(await listRenewals(ctx, scope, from, to), {
        month: (row) => row.month.slice(0, 7),
        health_band: (row) => toneWord(row.tone),
        accounts: (row) => row.accounts,
        arr: (row) => amountOf(row.arrCents, currency),
        book_currency: () => currency,
        without_exchange_rate: (row) => row.withoutRate,
      });
    },
  };
}

/** What each measure gave the accounts of each slice, and of the whole. */
export function exportMeasures(viewer: ViewerCtx, search: URLSearchParams): ReadList {
  const { scope, by, words } = scopeOf(viewer, search);
  return {
    words: [by, ...words],
    read: async (ctx) => {
      const [sums, measures, csms] = await Promise.all([
        listMeasureSums(ctx, scope, by),
        listModelMeasures(ctx),
        by === "csm" ? listCsmStandings(ctx, scope) : [],
      ]);
      const nameOf = ({ dimension, value }: MeasureSum) =>
        dimension === "csm" ? csms.find(({ personId }) => String(personId ?? "") === value)?.name : value;
      return listOf<MeasureSum>(sums, {
        slice: (row) => (row.dimension === "all" ? "all" : (nameOf(row) ?? null)),
        measure: (row) => measures.find(({ key }) => key === row.measure)?.name ?? row.measure,
        accounts: (row) => row.accounts,
        percent_of_points: (row) => Math.round((row.points / row.accounts) * 10) / 10,
      });
    },
  };
}
