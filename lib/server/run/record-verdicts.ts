import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { whoWasRight } from "@/lib/core/validation/past-case";

/** Days before a decision on which a divergence must have stood to say who was right. */
const STOOD_DAYS = 60;

interface Decided {
  id: number;
  scoreTone: number;
  peopleTone: number;
  bad: boolean;
  known: string | null;
}

/** Records who was right at every divergence that stood 60 days before its customer's next decision: by what score and scorecard
 * said of the account that day. An outcome that is corrected corrects it. Of some accounts, or of all. */
export async function recordVerdicts(
  client: ClientBase,
  asOf: Day,
  accountIds: readonly number[] | null,
): Promise<void> {
  await client.query(
    `update divergences d set who_was_right = null
     where who_was_right is not null and ($2::int[] is null or account_id = any($2)) and not exists (
       select from outcomes o where o.account_id = d.account_id and o.decided_on >= d.opened_on + $1::int
         and (d.closed_on is null or d.closed_on > o.decided_on - $1::int))`,
    [STOOD_DAYS, accountIds],
  );
  const { rows } = await client.query<Decided>(
    `select d.id, h.score_tone::int as "scoreTone", h.people_tone::int as "peopleTone",
       o.kind in ('churned', 'downsold') as bad, d.who_was_right as known
     from divergences d
     join (
       select account_id from outcomes where decided_on <= $1::date and ($3::int[] is null or account_id = any($3))
       group by account_id) decided using (account_id)
     cross join lateral (
       select kind, decided_on from outcomes
       where account_id = d.account_id and decided_on <= $1::date and decided_on >= d.opened_on + $2::int
       order by decided_on, recorded_at desc, external_id limit 1) o
     cross join lateral (
       select score_tone, people_tone from health_day
       where account_id = d.account_id and day between o.decided_on - $2::int - 7 and o.decided_on - $2::int
       order by day desc limit 1) h
     where (d.closed_on is null or d.closed_on > o.decided_on - $2::int)
       and h.score_tone is not null and h.people_tone is not null and ($3::int[] is null or d.account_id = any($3))`,
    [asOf, STOOD_DAYS, accountIds],
  );
  const changed = rows
    .map(({ id, known, ...then }) => ({ id, known, verdict: whoWasRight(then) }))
    .filter(({ known, verdict }) => known !== verdict);
  if (changed.length === 0) return;
  await client.query(
    `update divergences set who_was_right = v.verdict from unnest($1::int[], $2::text[]) v (id, verdict)
     where divergences.id = v.id`,
    [changed.map(({ id }) => id), changed.map(({ verdict }) => verdict)],
  );
}
