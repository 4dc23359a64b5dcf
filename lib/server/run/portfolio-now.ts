import "server-only";
import type { ClientBase } from "pg";
import { type Day, dayNumber } from "@/lib/core/calendar";
import type { Measured } from "@/lib/core/portfolio/measure-sums";
import type { Standing } from "@/lib/core/portfolio/slice-sums";
import type { ComputedBook } from "./compute-book";
import { finite } from "./reason-facts";
import { readingsAt } from "./score-book";
import { toneCode } from "./write-scores";
import { openDivergenceAt } from "./write-triage";

/** An account as the aggregates of the current run count it. */
export type CountedNow = Standing & Measured;

/** What each account of a computed book counts as; `effective` is the book as consequences see it. */
export function countedNow(
  { book, model, scored, arrCents, decideBy, cards }: ComputedBook,
  effective: ComputedBook,
): CountedNow[] {
  return Array.from(
    book.accountIds,
    (_, i): CountedNow => ({
      segment: book.segment[i] ?? null,
      csmId: book.csmId[i] ?? null,
      amId: book.amId[i] ?? null,
      tone: toneCode(model, scored.definition[i] as number, scored.healthBand[i] as number),
      arrCents: finite(arrCents[i]),
      decideBy: finite(decideBy[i]),
      isHiddenRisk: openDivergenceAt(effective, i)?.sign === "hidden_risk",
      isStale: cards.get(book.accountIds[i] as number)?.isExpired ?? false,
      definition: scored.definition[i] as number,
      readings: readingsAt(scored, i),
    }),
  );
}

/** What accounts count as in the current run as it stands; all where no ids are given. */
export async function loadCountedNow(
  client: ClientBase,
  runId: number,
  accountIds: readonly number[] | null,
): Promise<CountedNow[]> {
  type Row = Omit<CountedNow, "decideBy" | "readings"> & { decideBy: Day | null; readings: string };
  const { rows } = await client.query<Row>(
    `select t.segment, t.csm_id as "csmId", t.am_id as "amId", t.tone, t.arr_cents as "arrCents", t.decide_by as "decideBy",
       coalesce(t.divergence = 'hidden_risk', false) as "isHiddenRisk", t.card_state = 'expired' as "isStale", s.definition,
       array_to_string(s.readings, ' ') as readings
     from triage t join run_scores s on s.run_id = $1 and s.account_id = t.account_id
     where $2::int[] is null or t.account_id = any($2)`,
    [runId, accountIds],
  );
  return rows.map((row) => ({
    ...row,
    decideBy: row.decideBy === null ? null : dayNumber(row.decideBy),
    readings: Float64Array.from(row.readings.split(" "), Number),
  }));
}
