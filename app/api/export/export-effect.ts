import { effectPeriod, loadEffectParams } from "@/app/(app)/plans/effect/search-params";
import { bookOf } from "@/app/(app)/portfolio/search-params";
import { findCurrentModel } from "@/db/queries/find-current-model";
import { getSettings } from "@/db/queries/get-settings";
import { listDraws } from "@/db/queries/list-draws";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { listStays, type StayRow } from "@/db/queries/list-stays";
import { effectFigures } from "@/lib/core/playbook/effect-figures";
import { figurePlaces } from "@/lib/core/playbook/figure-places";
import { holdOutFigures, holdOutNumber, holdOutPlaces } from "@/lib/core/playbook/hold-out";
import { isRecovered } from "@/lib/core/playbook/stay";
import { drawCells } from "./draw-cells";
import { amountOf, listOf } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** Stays below green as the effect screen lists them: those behind the number that is open, else all. Of a hold-out, its draws. */
export function exportEffect(viewer: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadEffectParams(search);
  const period = effectPeriod(params, viewer.today);
  const number = params.show ? holdOutNumber(params.show) : null;
  const scope = { book: bookOf(params.owner, viewer.actor.roles), segment: params.segment ?? undefined };
  return {
    words: [
      ...(number ? ["draws"] : ["stays", period.from, period.to]),
      ...[params.segment, params.show?.replace(/[.:]/g, "-")],
    ],
    read: async (ctx, limit) => {
      const [stays, model, { currency }, draws] = await Promise.all([
        listStays(ctx, scope, period),
        findCurrentModel(ctx),
        getSettings(ctx),
        listDraws(ctx, scope),
      ]);
      const idsOf = (of: readonly { accountId: number }[]) =>
        listExternalIds(
          ctx,
          of.map(({ accountId }) => accountId),
        );
      if (number) {
        const drawn = holdOutPlaces(holdOutFigures(draws, ctx.today), number);
        const listed = drawn.flatMap((place) => draws[place] ?? []).slice(0, limit);
        return drawCells(listed, await idsOf(listed));
      }
      const figures = effectFigures(stays, { today: ctx.today, bands: model?.definitions.default.bands ?? [] });
      const shown = params.show ? figurePlaces(figures, params.show).flatMap((place) => stays[place] ?? []) : stays;
      const rows = shown.slice(0, limit);
      const ids = await idsOf(rows);
      return listOf<StayRow>(rows, {
        account_id: (row) => ids.get(row.accountId) ?? null,
        name: (row) => row.name,
        band: (row) => row.tone,
        entered_on: (row) => row.enteredOn,
        left_on: (row) => row.leftOn,
        left_to: (row) => row.nextTone,
        segment_then: (row) => row.segment,
        health_then: (row) => Math.round(row.health * 10) / 10,
        arr_then: (row) => amountOf(row.arrCents, currency),
        book_currency: (row) => (row.arrCents === null ? null : currency),
        plan_after_days: (row) => row.planAfter,
        cause: (row) => row.cause,
        play: (row) => row.play,
        band_day_90: (row) => row.toneAfter,
        renewed: (row) => (row.renewed ? "yes" : "no"),
        lost: (row) => (row.lost ? "yes" : "no"),
        recovered: (row) => (isRecovered(row) ? "yes" : "no"),
        entered_known_by: (row) => (row.replayed ? "replay" : "run"),
      });
    },
  };
}
