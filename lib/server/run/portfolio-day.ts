import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { ComputedBook } from "./compute-book";
import type { RunModel } from "./load-run-model";
import { toneCode } from "./write-scores";

/** What an account counts as in the portfolio of a day. */
export type Counted = {
  segment: string | null;
  csmId: number | null;
  amId: number | null;
  tone: number;
  band: string;
  arrCents: number | null;
};

type Cell = {
  dimension: string;
  value: string;
  tone: number;
  band: string;
  accounts: number;
  arrCents: number;
  withoutRate: number;
};

/** The name under which accounts without a band are counted. */
export const INSUFFICIENT = "insufficient";

/** What each account of a computed book counts as. */
export function countedAccounts({ book, model, scored, arrCents }: ComputedBook): Counted[] {
  return Array.from(book.accountIds, (_, i) => {
    const definition = scored.definition[i] as number;
    const band = scored.healthBand[i] as number;
    const arr = arrCents[i] as number;
    return {
      segment: book.segment[i] as string | null,
      csmId: book.csmId[i] as number | null,
      amId: book.amId[i] as number | null,
      tone: toneCode(model, definition, band),
      band: bandKeyOf(model, definition, band),
      arrCents: Number.isNaN(arr) ? null : arr,
    };
  });
}

/** A band's key by its index among those of a definition. */
export function bandKeyOf(model: RunModel, definition: number, band: number): string {
  return model.definitions[definition]?.bands[band]?.key ?? INSUFFICIENT;
}

/** Adds accounts to the portfolio of a day, or takes them out of it; rows that no account is left in are gone. */
export async function addToPortfolioDay(
  client: ClientBase,
  day: Day,
  changes: { added: readonly Counted[]; removed?: readonly Counted[] },
): Promise<void> {
  const cells = new Map<string, Cell>();
  for (const account of changes.added) count(cells, account, 1);
  for (const account of changes.removed ?? []) count(cells, account, -1);
  const rows = [...cells.values()].filter((cell) => cell.accounts || cell.arrCents || cell.withoutRate);
  if (rows.length === 0) return;
  await client.query(
    `insert into portfolio_day as old (day, dimension, value, tone, band, accounts, arr_cents, without_rate)
     select $1, * from unnest($2::text[], $3::text[], $4::int2[], $5::text[], $6::int[], $7::int8[], $8::int[])
     on conflict (day, dimension, value, band) do update set
       accounts = old.accounts + excluded.accounts,
       arr_cents = old.arr_cents + excluded.arr_cents,
       without_rate = old.without_rate + excluded.without_rate`,
    [
      day,
      rows.map((row) => row.dimension),
      rows.map((row) => row.value),
      rows.map((row) => row.tone),
      rows.map((row) => row.band),
      rows.map((row) => row.accounts),
      rows.map((row) => row.arrCents),
      rows.map((row) => row.withoutRate),
    ],
  );
  if (changes.removed?.length) await client.query("delete from portfolio_day where day = $1 and accounts = 0", [day]);
}

function count(cells: Map<string, Cell>, account: Counted, sign: 1 | -1): void {
  countIn(cells, account, sign, "all", null);
  countIn(cells, account, sign, "segment", account.segment);
  countIn(cells, account, sign, "csm", account.csmId);
  countIn(cells, account, sign, "am", account.amId);
}

function countIn(
  cells: Map<string, Cell>,
  { tone, band, arrCents }: Counted,
  sign: 1 | -1,
  dimension: string,
  slice: string | number | null,
): void {
  const value = slice === null ? "" : String(slice);
  const key = `${dimension}\n${band}\n${value}`;
  let cell = cells.get(key);
  if (!cell) {
    cell = { dimension, value, tone, band, accounts: 0, arrCents: 0, withoutRate: 0 };
    cells.set(key, cell);
  }
  cell.accounts += sign;
  cell.arrCents += sign * (arrCents ?? 0);
  if (arrCents === null) cell.withoutRate += sign;
}
