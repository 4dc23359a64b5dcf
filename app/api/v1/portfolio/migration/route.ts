import { bookOf } from "@/app/api/v1/accounts/filter";
import { placeWord } from "@/app/api/v1/accounts/json";
import { getSettings } from "@/db/queries/get-settings";
import { listMigration } from "@/db/queries/list-migration";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { getMigration } from "@/lib/api/portfolio";
import { route } from "@/lib/server/route";

type Place = "none" | "red" | "yellow" | "green" | "out" | "elsewhere";

/** How accounts moved between bands from one day to another. */
export const GET = route(getMigration, async (ctx, { query }) => {
  const scope = { book: await bookOf(ctx, query.owner), segment: query.segment };
  const [{ currency }, found] = await Promise.all([getSettings(ctx), listMigration(ctx, scope, query.from, query.to)]);
  return {
    ...{ from: found.from, to: found.to, standing: (await getModelStanding(ctx)).text, currency },
    moves: found.moves.map((move) => ({
      from: placeWord(move.from) as Place,
      to: placeWord(move.to) as Place,
      rescored: move.rescored,
      accounts: move.accounts,
      from_arr_cents: move.fromArrCents,
      to_arr_cents: move.toArrCents,
      from_without_rate: move.fromWithoutRate,
      to_without_rate: move.toWithoutRate,
    })),
  };
});
