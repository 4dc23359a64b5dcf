import { z } from "zod";
import { accountOf } from "@/app/api/v1/accounts/find";
import { tenth, toneWord } from "@/app/api/v1/accounts/json";
import { cursorOf, cursorText } from "@/app/api/v1/cursor";
import { getHistorySpan } from "@/db/queries/get-history-span";
import { listHealthHistory } from "@/db/queries/list-health-history";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { listSnapshots } from "@/lib/api/scores";
import { DayText } from "@/lib/api/shapes";
import { addDays } from "@/lib/core/calendar";
import { route } from "@/lib/server/route";

/** Score and health of an account over time. */
export const GET = route(listSnapshots, async (ctx, { params, query }) => {
  const { accountId, externalId } = await accountOf(ctx, params.id);
  const span = await getHistorySpan(ctx, query.to ?? ctx.today);
  const after = cursorOf(z.strictObject({ day: DayText }), query.cursor);
  const from = after ? addDays(after.day, 1) : (query.from ?? span.from);
  const points = await listHealthHistory(ctx, accountId, { from, to: span.to });
  const rows = points.slice(0, query.limit);
  const last = points.length > rows.length ? rows.at(-1) : undefined;
  return {
    account_id: externalId,
    standing: (await getModelStanding(ctx)).text,
    rows: rows.map((point) => ({
      day: point.day,
      basis: point.replayed ? ("replayed" as const) : ("as_published" as const),
      score: tenth(point.score),
      health: tenth(point.health),
      qualitative: tenth(point.qualitative),
      coverage: point.coverage,
      band: toneWord(point.healthTone),
      measured: toneWord(point.scoreTone),
      people: toneWord(point.peopleTone),
      model_version: point.modelVersion,
    })),
    next_cursor: last ? cursorText({ day: last.day }) : null,
  };
});
