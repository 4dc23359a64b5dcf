import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { cycleMonthsOf, STABLE_DAYS } from "@/lib/core/scorecard/card-rules";
import type { CardSettings } from "@/lib/core/scorecard/card-settings";

/** When cards are due, which accounts answer once a quarter, and which need none, as of a day. */
export type CardRules = { dueDay: number; quarterly: ReadonlySet<number>; exempt: ReadonlySet<number> };

/** The most days between two days of history that is replayed by the week. */
const WEEK_DAYS = 7;

/** The rules of the installation's cards as of a day, for all accounts or some. Whether an account is stable is told by the
 * days before, so that a day's own health never decides how long its card counts. */
export async function loadCardRules(
  client: ClientBase,
  asOf: Day,
  accountIds?: readonly number[],
  tried?: CardSettings,
): Promise<CardRules> {
  const { dueDay, quarterlyGreens, exemptSegments } = tried ?? (await savedSettings(client));
  const exempt = exemptSegments.length > 0 ? await inSegments(client, asOf, exemptSegments, accountIds) : [];
  const quarterly = quarterlyGreens ? await stableGreens(client, asOf, accountIds) : [];
  return { dueDay, quarterly: new Set(quarterly), exempt: new Set(exempt) };
}

async function savedSettings(client: ClientBase): Promise<CardSettings> {
  const { rows } = await client.query<CardSettings>(
    `select scorecard_due_day as "dueDay", quarterly_greens as "quarterlyGreens", exempt_segments as "exemptSegments"
     from settings where id = 1`,
  );
  return rows[0] ?? { dueDay: 31, quarterlyGreens: false, exemptSegments: [] };
}

async function inSegments(
  client: ClientBase,
  asOf: Day,
  segments: readonly string[],
  accountIds: readonly number[] | undefined,
): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select account_id as id from (
       select distinct on (account_id) account_id, segment from account_attributes
       where valid_from <= $1 and ($3::int[] is null or account_id = any($3)) order by account_id, valid_from desc) latest
     where segment = any($2)`,
    [asOf, segments, accountIds ?? null],
  );
  return rows.map(({ id }) => id);
}

async function stableGreens(client: ClientBase, asOf: Day, accountIds: readonly number[] | undefined) {
  const { rows } = await client.query<{ id: number; decideBy: Day | null }>(
    `select green.account_id as id, d.decide_by::text as "decideBy"
     from (
       select account_id from health_day
       where day >= $1::date - ${STABLE_DAYS} and day < $1::date and ($2::int[] is null or account_id = any($2))
       group by account_id having bool_and(coalesce(health_tone, 0) = 3) and min(day) <= $3::date
     ) green
     left join account_day d on d.account_id = green.account_id and d.day = $1`,
    [asOf, accountIds ?? null, addDays(asOf, WEEK_DAYS - STABLE_DAYS)],
  );
  return rows
    .filter(({ decideBy }) => {
      const daysToDecideBy = decideBy === null ? null : daysBetween(asOf, decideBy);
      return cycleMonthsOf({ quarterlyGreens: true, wasGreen: true, daysToDecideBy }) === 3;
    })
    .map(({ id }) => id);
}
