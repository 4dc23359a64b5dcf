import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** Something on the account's time line beside its health. */
export type Marker = {
  day: Day;
  kind: "model" | "renewal" | "plan_opened" | "plan_closed" | "champion_left" | "outcome" | "scorecard" | "band";
  words: string;
};

/** Words of a tone as stored: null is insufficient data. */
const toneWord = (column: SQL): SQL => sql`coalesce((array['Red', 'Yellow', 'Green'])[${column}], 'no score')`;

/** What changed in the answers of a card since the one before, question by question. */
const answersChanged: SQL = sql`concat_ws(', ', ${sql.join(
  (["champion", "executive", "outcome"] as const).map((question) => {
    const [now, before] = [sql.identifier(question), sql.identifier(`${question}_before`)];
    return sql`case when ${now} is distinct from ${before} then ${`${question} `} || replace(coalesce(${before} || ' → ', '') || ${now}, '_', ' ') end`;
  }),
  sql`, `,
)})`;

/** What happened to an account between two days: changes of band, answers that changed, new model versions, contract ends,
 * plans, champions who left, outcomes. */
export async function listMarkers(
  ctx: Ctx,
  accountId: number,
  { from, to }: { from: Day; to: Day },
): Promise<Marker[]> {
  const { rows } = await ctx.db.execute<Marker>(sql`
    select day, kind, words from (
      select effective_from as day, 'model' as kind, 'Model version ' || version || ': ' || name as words, null::int as account_id from model_versions v
        where withdrawn_on is null and not exists (select from model_versions later
          where later.version > v.version and later.withdrawn_on is null and later.effective_from < v.effective_from and later.published_at < v.effective_from)
      union all select ends_on, 'renewal', 'Contract ends', account_id from contracts where ends_on is not null
      union all select opened_on, 'plan_opened', initcap(kind) || ' plan opened', account_id from plans
      union all select closed_on, 'plan_closed', initcap(kind) || ' plan ' || status, account_id from plans where closed_on is not null
      union all select active_to, 'champion_left', name || ' left (' || role || ')', account_id from contacts
        where role in ('champion', 'sponsor') and active_to is not null
      union all select submitted_on, 'scorecard', 'Scorecard: ' || ${answersChanged}, account_id from (
        select *, lag(champion) over cards as champion_before, lag(executive) over cards as executive_before,
          lag(outcome) over cards as outcome_before
        from scorecards where account_id = ${accountId} and recorded_as <> 'challenge' and submitted_on <= ${ctx.today}
        window cards as (order by submitted_on, period, version)
      ) card where (champion, executive, outcome) is distinct from (champion_before, executive_before, outcome_before)
      union all select day, 'band', ${toneWord(sql`before`)} || ' → ' || ${toneWord(sql`health_tone`)}, account_id from (
        select day, account_id, health_tone, lag(health_tone) over days as before, row_number() over days as n
        from health_day where account_id = ${accountId} and day <= ${to} window days as (order by day)
      ) dated where n > 1 and health_tone is distinct from before
      union all select decided_on, 'outcome', initcap(kind) || coalesce(': ' || cause, ''), account_id from outcomes
    ) marker
    where (account_id is null or account_id = ${accountId}) and day between ${from} and ${to}
      and ${visibleAccounts(ctx, sql`${accountId}::int`)}
    order by day, kind`);
  return rows;
}
