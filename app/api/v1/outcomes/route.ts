import { z } from "zod";
import { accountOf } from "@/app/api/v1/accounts/find";
import { moneyOf } from "@/app/api/v1/accounts/json";
import { cursorOf, cursorText } from "@/app/api/v1/cursor";
import { listOutcomes } from "@/db/queries/api/list-records";
import { listOutcomes as operation } from "@/lib/api/records";
import { DayText } from "@/lib/api/shapes";
import { route } from "@/lib/server/route";

const Place = z.strictObject({ decidedOn: DayText, accountId: z.int(), id: z.string() });

/** What customers decided. */
export const GET = route(operation, async (ctx, { query: { limit, cursor, account, ...filter } }) => {
  const accountId = account === undefined ? undefined : (await accountOf(ctx, account)).accountId;
  const page = { after: cursorOf(Place, cursor), limit: limit + 1 };
  const found = await listOutcomes(ctx, { ...filter, accountId }, page);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => ({
      account_id: row.externalId,
      id: row.id,
      kind: row.kind,
      decided_on: row.decidedOn,
      effective_on: row.effectiveOn,
      before: moneyOf(row.beforeCents, row.currency),
      after: moneyOf(row.afterCents, row.currency),
      cause: row.cause,
      avoidable: row.avoidable,
      note: row.note,
    })),
    next_cursor: last ? cursorText({ decidedOn: last.decidedOn, accountId: last.accountId, id: last.id }) : null,
  };
});
