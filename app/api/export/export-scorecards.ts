import { gridOf, shownRows } from "@/app/(app)/scorecards/prepare-filter";
import { loadScorecardParams } from "@/app/(app)/scorecards/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { listScorecardGrid } from "@/db/queries/list-scorecard-grid";
import { amountOf, listOf, pointsOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The month's cards as submitted, by the import's columns, beside what the grid shows of each account. An account without a
 * card has an empty one: filled in, the file is an import. */
export function exportScorecards({ actor, today }: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadScorecardParams(search);
  const { period, owner } = gridOf(params, actor.roles, today);
  return {
    words: [period, params.show?.join("-")],
    read: async (ctx, limit) => {
      const { rows } = await listScorecardGrid(ctx, period, owner, limit);
      const { currency, hideMeasured } = await getSettings(ctx);
      const ids = await listExternalIds(
        ctx,
        rows.map(({ accountId }) => accountId),
      );
      const shown = shownRows({ rows, period, shows: params.show, hideMeasured, today });
      return listOf<(typeof shown)[number]>(shown, {
        account_id: ({ row }) => ids.get(row.accountId) ?? null,
        name: ({ row }) => row.name,
        period: () => period,
        champion: ({ row }) => row.card?.answers.champion ?? null,
        executive: ({ row }) => row.card?.answers.executive ?? null,
        outcome: ({ row }) => row.card?.answers.outcome ?? null,
        reason: ({ row }) => row.card?.notes.champion ?? null,
        executive_reason: ({ row }) => row.card?.notes.executive ?? null,
        outcome_reason: ({ row }) => row.card?.notes.outcome ?? null,
        author: ({ row }) => row.card?.author ?? null,
        submitted_at: ({ row }) => row.card?.submittedOn ?? null,
        filled_by: ({ row }) => row.filler,
        card_before: ({ row }) => row.previous?.period ?? null,
        score: ({ row, view }) => (view.showsMeasured ? pointsOf(row.score, row.scoreTone) : null),
        score_band: ({ row, view }) => (view.showsMeasured ? toneWord(row.scoreTone) : null),
        health: ({ row, view }) => (view.showsMeasured ? pointsOf(row.health, row.tone) : null),
        health_band: ({ row, view }) => (view.showsMeasured ? toneWord(row.tone) : null),
        arr_in_book: ({ row }) => amountOf(row.arrCents, currency),
        book_currency: ({ row }) => (row.arrCents === null ? null : currency),
        renews_on: ({ row }) => row.endsOn,
        decide_by: ({ row }) => row.decideBy,
      });
    },
  };
}
