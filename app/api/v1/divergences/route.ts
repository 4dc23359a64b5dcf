import { z } from "zod";
import { accountOf } from "@/app/api/v1/accounts/find";
import { cursorOf, cursorText } from "@/app/api/v1/cursor";
import { listDivergences } from "@/db/queries/api/list-records";
import { listDivergences as operation } from "@/lib/api/records";
import { DayText } from "@/lib/api/shapes";
import { apiNumber } from "@/lib/core/health/rounding";
import { route } from "@/lib/server/route";

const Place = z.strictObject({ openedOn: DayText, id: z.int() });

/** Disagreements between score and scorecard. */
export const GET = route(operation, async (ctx, { query: { limit, cursor, account, ...filter } }) => {
  const accountId = account === undefined ? undefined : (await accountOf(ctx, account)).accountId;
  const page = { after: cursorOf(Place, cursor), limit: limit + 1 };
  const found = await listDivergences(ctx, { ...filter, accountId }, page);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => ({
      id: row.id,
      account_id: row.externalId,
      state: row.closedOn ? ("closed" as const) : row.settledOn ? ("settled" as const) : ("open" as const),
      sign: row.sign,
      gap: apiNumber(row.gap),
      tones: row.tones,
      severe: row.severe,
      opened_on: row.openedOn,
      due_on: row.dueOn,
      owner_email: row.owner,
      owner_role: row.ownerRole,
      settled_on: row.settledOn,
      settled_by_email: row.settledBy,
      resolution: row.resolution,
      note: row.note,
      closed_on: row.closedOn,
      who_was_right: row.whoWasRight,
    })),
    next_cursor: last ? cursorText({ openedOn: last.openedOn, id: last.id }) : null,
  };
});
