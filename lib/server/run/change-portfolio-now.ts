import "server-only";
import type { ClientBase } from "pg";
import { type Day, dayNumber, dayOf } from "@/lib/core/calendar";
import { type MeasureSum, sumMeasures } from "@/lib/core/portfolio/measure-sums";
import { type KindSum, type Standing, sumSlices, tilesOf } from "@/lib/core/portfolio/slice-sums";
import type { RunModel } from "./load-run-model";
import { type CountedNow, loadCountedNow } from "./portfolio-now";

const TABLES = ["portfolio_measures", "portfolio_tiles", "portfolio_renewals"];

interface Counting {
  runId: number;
  asOf: Day;
  model: RunModel;
  added: readonly CountedNow[];
}

/** Replaces the aggregates of the current run by those of these accounts. */
export async function replacePortfolioNow(client: ClientBase, { asOf, model, added }: Counting): Promise<void> {
  await deleteRows(client, "true");
  await add(client, asOf, model, added, []);
}

/** Takes accounts out of the aggregates of the current run as they stood, and adds them as they stand now; rows that no account is
 * left in are gone. An installation whose current run is older than the aggregates gets them whole. */
export async function changePortfolioNow(
  client: ClientBase,
  { removed, ...counting }: Counting & { removed: readonly CountedNow[] },
): Promise<void> {
  const { runId, asOf, model, added } = counting;
  const { rowCount } = await client.query("select from portfolio_measures limit 1");
  if (!rowCount) return replacePortfolioNow(client, { ...counting, added: await loadCountedNow(client, runId, null) });
  await add(client, asOf, model, added, removed);
  await deleteRows(client, "accounts = 0");
}

async function deleteRows(client: ClientBase, condition: string): Promise<void> {
  const gone = TABLES.map((table) => `${table}_gone as (delete from ${table} where ${condition})`);
  await client.query(`with ${gone.join(", ")} select`);
}

const ADDED = `accounts = old.accounts + excluded.accounts, arr_cents = old.arr_cents + excluded.arr_cents,
  without_rate = old.without_rate + excluded.without_rate`;

async function add(
  client: ClientBase,
  asOf: Day,
  model: RunModel,
  added: readonly CountedNow[],
  removed: readonly CountedNow[],
): Promise<void> {
  const today = dayNumber(asOf);
  await client.query(
    `with measures as (
       insert into portfolio_measures as old (dimension, value, measure, accounts, points)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::float8[])
       on conflict (dimension, value, measure) do update set
         accounts = old.accounts + excluded.accounts, points = old.points + excluded.points
     ), tiles as (
       insert into portfolio_tiles as old (dimension, value, tile, accounts, arr_cents, without_rate)
       select * from unnest($6::text[], $7::text[], $8::text[], $9::int[], $10::int8[], $11::int[])
       on conflict (dimension, value, tile) do update set ${ADDED}
     )
     insert into portfolio_renewals as old (dimension, value, month, tone, accounts, arr_cents, without_rate)
     select dimension, value, split_part(kind, ' ', 1)::date, split_part(kind, ' ', 2)::int2, accounts, arr_cents, without_rate
     from unnest($12::text[], $13::text[], $14::text[], $15::int[], $16::int8[], $17::int[])
       sums (dimension, value, kind, accounts, arr_cents, without_rate)
     on conflict (dimension, value, month, tone) do update set ${ADDED}`,
    [
      ...measureColumns(sumMeasures(model.compiled, added, removed)),
      ...amounts(sumSlices((account) => tilesOf(account, today), added, removed)),
      ...amounts(sumSlices(monthAndTone, added, removed)),
    ],
  );
}

/** The month of the decide-by date and the tone: "2027-01-01 2". */
function monthAndTone({ decideBy, tone }: Standing): string[] {
  return decideBy === null ? [] : [`${dayOf(decideBy).slice(0, 7)}-01 ${tone}`];
}

function measureColumns(sums: readonly MeasureSum[]): unknown[][] {
  return [
    sums.map((sum) => sum.dimension),
    sums.map((sum) => sum.value),
    sums.map((sum) => sum.measure),
    sums.map((sum) => sum.accounts),
    sums.map((sum) => sum.points),
  ];
}

function amounts(sums: readonly KindSum[]): unknown[][] {
  return [
    sums.map((sum) => sum.dimension),
    sums.map((sum) => sum.value),
    sums.map((sum) => sum.kind),
    sums.map((sum) => sum.accounts),
    sums.map((sum) => sum.arrCents),
    sums.map((sum) => sum.withoutRate),
  ];
}
