import { bookOf } from "@/app/(app)/portfolio/search-params";
import { loadShiftParams, quarterAsked } from "@/app/(app)/portfolio/shift/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { getShift } from "@/db/queries/portfolio/get-shift";
import { type FallenAccount, getShiftReasons } from "@/db/queries/portfolio/get-shift-reasons";
import { partWords } from "@/lib/core/portfolio/part-words";
import { isInSlice, sliceOfAddress } from "@/lib/core/portfolio/slice-address";
import { amountOf, listOf, pointsOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The greens of a quarter's start that fell, all or those of a slice, with what took most of their health. */
export function exportShift({ actor }: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadShiftParams(search);
  const terms = params.slice ? sliceOfAddress(params.slice) : [];
  return {
    words: [params.quarter, params.segment, ...terms.map(({ value }) => value)],
    read: async (ctx, limit) => {
      const { currency, fiscalStartMonth } = await getSettings(ctx);
      const scope = { book: bookOf(params.owner, actor.roles), segment: params.segment ?? undefined };
      const shift = await getShift(ctx, scope, quarterAsked(params.quarter, ctx.today, fiscalStartMonth));
      const { fallen } = shift ? await getShiftReasons(ctx, scope, shift.now) : { fallen: [] };
      const rows = fallen.filter(({ values }) => isInSlice(values, terms)).slice(0, limit);
      const ids = await listExternalIds(
        ctx,
        rows.map(({ accountId }) => accountId),
      );
      return listOf<FallenAccount>(rows, {
        account_id: (row) => ids.get(row.accountId) ?? null,
        name: (row) => row.name,
        segment: (row) => row.segment,
        csm: (row) => row.csm,
        account_manager: (row) => row.am,
        arr_in_book: (row) => amountOf(row.arrCents, currency),
        book_currency: (row) => (row.arrCents === null ? null : currency),
        from_day: () => shift?.now.start ?? null,
        health_then: (row) => pointsOf(row.healthThen, 3),
        to_day: () => shift?.now.end ?? null,
        health_now: (row) => pointsOf(row.healthNow, row.toneNow ?? 0),
        band_now: (row) => (row.toneNow === null ? "gone" : toneWord(row.toneNow)),
        took_most: (row) => row.most && partWords(row.most),
        took_points: (row) => row.most && pointsOf(row.most.part, 3),
      });
    },
  };
}
