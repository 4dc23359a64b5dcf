import "server-only";
import type { ClientBase } from "pg";
import { roundSix } from "@/lib/core/health/rounding";
import type { ComputedBook } from "@/lib/server/run/compute-book";
import { toneCode } from "@/lib/server/run/write-scores";

/** How an account stands for its consequences on a day on which what was computed is not believed; tone 0 is insufficient data,
 * `band` an index into its definition's bands and `bandKey` its word. */
export type HeldRow = {
  accountId: number;
  score: number | null;
  health: number | null;
  tone: number;
  scoreTone: number;
  scoreBand: number | null;
  band: number | null;
  bandKey: string | null;
};

/** The accounts that a hold makes stand otherwise than computed. */
export function heldRows(computed: ComputedBook, effective: ComputedBook): HeldRow[] {
  if (computed === effective) return [];
  const { book, model } = computed;
  const [now, held] = [computed.scored, effective.scored];
  const isSame = (a: number, b: number) => Object.is(a, b) || roundSix(a - b) === 0;
  return [...book.accountIds].flatMap((accountId, i) => {
    const definition = held.definition[i] as number;
    const band = held.healthBand[i] as number;
    if (
      now.healthBand[i] === band &&
      now.scoreBand[i] === held.scoreBand[i] &&
      isSame(now.health[i] as number, held.health[i] as number)
    )
      return [];
    return {
      accountId,
      score: orNull(held.score[i] as number),
      health: orNull(held.health[i] as number),
      tone: toneCode(model, definition, band),
      scoreTone: toneCode(model, definition, held.scoreBand[i] as number),
      scoreBand: index(held.scoreBand[i] as number),
      band: index(band),
      bandKey: model.definitions[definition]?.bands[band]?.key ?? null,
    };
  });
}

/** How accounts stood on the day of the run that everybody still sees, where something was held then. */
export async function loadHeldBefore(client: ClientBase, accountIds: Int32Array): Promise<HeldRow[]> {
  const { rows } = await client.query<HeldRow>(
    `select account_id as "accountId", score, health, tone, score_tone as "scoreTone",
       score_band as "scoreBand", band, band_key as "bandKey"
     from held_days where day = (select as_of from runs where is_current) and account_id = any($1)`,
    [Array.from(accountIds)],
  );
  return rows;
}

/** Writes how held accounts stand on the day of a book in place of what was known of them. */
export async function writeHeldDays(
  client: ClientBase,
  { asOf, book }: ComputedBook,
  rows: readonly HeldRow[],
): Promise<void> {
  await client.query("delete from held_days where day = $1 and account_id = any($2)", [
    asOf,
    Array.from(book.accountIds),
  ]);
  if (rows.length === 0) return;
  const column = <Name extends keyof HeldRow>(name: Name) => rows.map((row) => row[name]);
  await client.query(
    `insert into held_days (day, account_id, score, health, tone, score_tone, score_band, band, band_key)
     select $1, * from unnest($2::int[], $3::float8[], $4::float8[], $5::int2[], $6::int2[], $7::int2[], $8::int2[],
       $9::text[])`,
    [
      asOf,
      ...(["accountId", "score", "health", "tone", "scoreTone", "scoreBand", "band", "bandKey"] as const).map((name) =>
        column(name),
      ),
    ],
  );
}

function index(band: number): number | null {
  return band < 0 ? null : band;
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
