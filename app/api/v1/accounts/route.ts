import { z } from "zod";
import { cursorOf, cursorText } from "@/app/api/v1/cursor";
import { listAccounts } from "@/db/queries/api/list-accounts";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { listAccounts as operation } from "@/lib/api/accounts";
import { route } from "@/lib/server/route";
import { filterOf } from "./filter";
import { accountRow } from "./json";

const Place = z.strictObject({
  sort: z.string(),
  value: z.union([z.string(), z.number(), z.null()]),
  accountId: z.int(),
});

/** Accounts by the filters of the screens. */
export const GET = route(operation, async (ctx, { query }) => {
  const [{ currency }, run] = await Promise.all([getSettings(ctx), getCurrentRun(ctx)]);
  const filter = await filterOf(ctx, query, currency);
  const isPast = Boolean(query.asof || query.between);
  const sort = query.sort ?? { by: isPast ? ("arr" as const) : ("priority" as const), descending: true };
  const order = `${sort.descending ? "-" : ""}${sort.by}`;
  const after = cursorOf(Place.extend({ sort: z.literal(order) }), query.cursor);
  const { rows, next } = await listAccounts(ctx, filter, { sort, after, limit: query.limit });
  return {
    as_of: query.asof ?? query.between?.to ?? run?.asOf ?? null,
    standing: (await getModelStanding(ctx)).text,
    rows: rows.map((row) => accountRow(row, currency)),
    next_cursor: next && cursorText({ sort: order, ...next }),
  };
});
