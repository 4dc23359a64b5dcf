import "server-only";
import type { PoolClient } from "pg";
import { copyColumns } from "@/db/days/copy-columns";
import { sliceQuery } from "@/db/days/slices-sql";
import type { Day } from "@/lib/core/calendar";
import { definitionIndexOf } from "@/lib/core/health/named-definitions";
import { computeBook } from "./compute-book";
import { loadBook } from "./load-book";
import { loadModelHistory, type RunModel } from "./load-run-model";
import { addToPortfolioDay, bandKeyOf, type Counted, countedAccounts } from "./portfolio-day";
import { snapshot } from "./read-whole";
import { toneCode, writeHealthDay } from "./write-scores";

/** Replays days for everybody: each with the model and the scorecards of its day. */
export async function replayDaysOf(client: PoolClient, days: readonly Day[]): Promise<void> {
  await snapshot(client);
  const modelOn = await loadModelHistory(client);
  await client.query("delete from health_day where day = any($1)", [days]);
  await client.query("delete from portfolio_day where day = any($1)", [days]);
  for (const day of days) {
    const computed = await computeBook(client, day, { model: modelOn(day) });
    await writeHealthDay(client, computed, true);
    await addToPortfolioDay(client, day, { added: countedAccounts(computed) });
  }
}

/** Replays days that have been replayed before for some accounts: the rows that a replay for everybody would write. */
export async function replayDaysFor(
  client: PoolClient,
  days: readonly Day[],
  fromDays: ReadonlyMap<number, Day>,
): Promise<void> {
  await snapshot(client);
  const modelOn = await loadModelHistory(client);
  for (const day of days) {
    const accountIds = [...fromDays].filter(([, from]) => from <= day).map(([id]) => id);
    const model = modelOn(day);
    await client.query("delete from health_day where day = $1 and account_id = any($2)", [day, accountIds]);
    await writeHealthDay(client, await computeBook(client, day, { model, accountIds }), true);
    await client.query("delete from portfolio_day where day = $1", [day]);
    await addToPortfolioDay(client, day, { added: await countedOn(client, day, model) });
  }
}

/** What each account counts as in the portfolio of a replayed day, by the bands that stand there. */
async function countedOn(client: PoolClient, day: Day, model: RunModel): Promise<Counted[]> {
  const book = await loadBook(client, day);
  const places = new Map(Array.from(book.accountIds, (id, place) => [id, place]));
  const [[ids, arr] = []] = await copyColumns(client, [sliceQuery(day, ["arr_cents"])]);
  const arrCents = new Map(Array.from(ids ?? [], (id, i) => [id, arr?.[i] as number]));
  const { rows } = await client.query<[id: number, band: number | null]>({
    rowMode: "array",
    text: "select account_id, health_band from health_day where day = $1",
    values: [day],
  });
  return rows.flatMap(([id, found]) => {
    const place = places.get(id);
    if (place === undefined) return [];
    const segment = book.segment[place] as string | null;
    const definition = definitionIndexOf(model, segment, book.isOnboarding[place] as boolean);
    const [band, cents] = [found ?? -1, arrCents.get(id) ?? Number.NaN];
    return {
      segment,
      csmId: book.csmId[place] as number | null,
      amId: book.amId[place] as number | null,
      tone: toneCode(model, definition, band),
      band: bandKeyOf(model, definition, band),
      arrCents: Number.isNaN(cents) ? null : cents,
    };
  });
}
