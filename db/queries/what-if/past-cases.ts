import "server-only";
import type { ClientBase } from "pg";
import { loadSlices } from "@/db/days/load-slices";
import { addDays, type Day, dayNumber, weekdayOf } from "@/lib/core/calendar";
import type { Slices } from "@/lib/core/measures/measure";
import type { Needs } from "@/lib/core/measures/needs";
import { type Book, loadBook } from "@/lib/server/run/load-book";
import { narrowSlices } from "@/lib/server/run/narrow-slices";
import type { TriedRun } from "./current-run";

/** A decision; ARR in minor units, NaN where unknown. `on` is the day number of the decision. */
export type PastDecision = { accountId: number; on: number; bad: boolean; arrCents: number; lostCents: number };

/** The cases of one day: who of those that decided so many days later was in the book then, and what their signals said. */
export type CaseDay = { day: Day; book: Book; slices: Slices; decisions: PastDecision[] };

/** Decisions of the two years before the run. */
const DAYS_BACK = 730;

type Row = { accountId: number; decidedOn: Day; bad: boolean; arrCents: number | null; lostCents: number | null };

/** The decisions before a run as its data then stood, day by day of the cut: one case an account and day of decision. Whoever
 * was not in the book on that day is left out. Walks one day at a time, so that no more than one day's slices are held. */
export async function* pastCases(
  client: ClientBase,
  { asOf }: Pick<TriedRun, "asOf">,
  days: number,
  needs: Needs,
): AsyncGenerator<CaseDay> {
  const { rows } = await client.query<Row>(
    `select account_id as "accountId", decided_on as "decidedOn", bool_or(kind in ('churned', 'downsold')) as bad,
       max(arr_before_cents)::float8 as "arrCents",
       sum(case when kind in ('churned', 'downsold') then arr_before_cents - coalesce(arr_after_cents, 0) end)::float8 as "lostCents"
     from outcomes where decided_on <= $1 and decided_on > $1::date - ${DAYS_BACK}
     group by account_id, decided_on order by decided_on, account_id`,
    [asOf],
  );
  const byDay = new Map<Day, Row[]>();
  for (const row of rows) {
    const day = cutDay(row.decidedOn, days);
    byDay.set(day, [...(byDay.get(day) ?? []), row]);
  }
  for (const [day, decided] of byDay) {
    const accountIds = decided.map(({ accountId }) => accountId);
    const book = await loadBook(client, day, accountIds);
    if (book.accountIds.length === 0) continue;
    const slices = narrowSlices(await loadSlices(client, { asOf: day, needs, accountIds }), book.accountIds);
    const of = new Map(decided.map((row) => [row.accountId, row]));
    const decisions = Array.from(book.accountIds, (accountId) => decisionOf(of.get(accountId) as Row));
    yield { day, book, slices, decisions };
  }
}

/** The Monday on or before so many days before a decision: by the week, as history is kept, so that cases share their days. */
export function cutDay(decidedOn: Day, days: number): Day {
  const cut = addDays(decidedOn, -days);
  return addDays(cut, -((weekdayOf(cut) + 6) % 7));
}

function decisionOf({ accountId, decidedOn, bad, arrCents, lostCents }: Row): PastDecision {
  return {
    ...{ accountId, bad, on: dayNumber(decidedOn) },
    arrCents: arrCents ?? Number.NaN,
    lostCents: bad ? (lostCents ?? Number.NaN) : 0,
  };
}
