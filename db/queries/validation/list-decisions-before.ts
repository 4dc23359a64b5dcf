import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { afterTerm, termsBy, termsOf } from "@/db/days/contract-terms";
import type { Decision, Said } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

interface Asked {
  horizon: number;
  /** The version asked for; null: only what was known then. */
  version: number | null;
  /** Days are counted back from when it was decided, or from when it took effect. */
  before?: "decided" | "effective";
}

type Row = Omit<Decision, "known" | "version"> & { known: Said | null; version: Decision["version"] };

/** Days before the cut within which a scored day stands for it: history is kept by the week. */
const GRID_DAYS = 7;
/** Days between an expansion and the end of a term within which it is a renewal. */
const NEAR_TERM = 45;

/** Every decision so far, once, oldest first, with what was said of the account so many days before it: as it was known then
 * (published, else replayed), and by a version of the model. Nothing of a later day enters. */
export async function listDecisionsBefore(
  ctx: Ctx,
  { horizon, version, before = "decided" }: Asked,
): Promise<Decision[]> {
  const from = before === "decided" ? sql`o.decided_on` : sql`o.effective_on`;
  const cut = sql`(${from} - ${horizon}::int)`;
  const { rows } = await ctx.db.execute<Row>(sql`
    with decided as (
      select distinct on (account_id, decided_on) * from outcomes o
      where decided_on <= ${ctx.today} and ${visibleAccounts(ctx, sql`o.account_id`)}
      order by account_id, decided_on, recorded_at desc, external_id
    )
    select o.account_id as "accountId", a.slug, a.name, dated.segment, o.kind, o.decided_on as "decidedOn",
      o.effective_on as "effectiveOn", round(o.arr_before_cents * rate.rate)::bigint as "arrBeforeCents",
      round(o.arr_after_cents * rate.rate)::bigint as "arrAfterCents", o.avoidable,
      o.kind = 'expanded' and ${midTerm()} as "isMidTerm",
      exists (select from plans p where p.account_id = o.account_id and p.opened_on <= o.decided_on
        and (p.closed_on is null or p.closed_on > ${cut}) and p.result is distinct from 'Taken back') as "isWorked",
      case when card.author_id is not null then json_build_object('id', card.author_id, 'name', author.name) end as author,
      case when o.kind in ('churned', 'downsold') then (select g.day from health_day g where g.account_id = o.account_id
        and g.day <= o.decided_on and g.day > o.decided_on - 365 and g.health_tone = 3
        order by g.day desc limit 1) end as "lastGreenOn",
      case when h.day is not null then json_build_object('day', h.day,
        'source', case when h.replayed then 'replayed' else 'published' end, 'score', h.score, 'people', h.qualitative,
        'health', h.health, 'scoreTone', coalesce(h.score_tone, 0), 'peopleTone', coalesce(h.people_tone, 0),
        'healthTone', coalesce(h.health_tone, 0)) end as known,
      case when r.day is not null then json_build_object('day', r.day,
        'source', case when r.published then 'published' when v.published_on > r.day or v.effective_from > r.day
          then 'hindsight' else 'replayed' end,
        'score', r.score, 'people', r.qualitative, 'health', r.health, 'scoreTone', r.score_tone,
        'peopleTone', r.people_tone, 'healthTone', r.health_tone, 'definition', r.definition,
        'readings', r.readings::text[]) end as version
    from decided o
    join accounts a on a.id = o.account_id
    left join lateral (select segment from account_attributes t where t.account_id = o.account_id
      and t.valid_from <= o.decided_on order by t.valid_from desc limit 1) dated on true
    left join lateral (
      select * from health_day d where d.account_id = o.account_id and d.day <= ${cut} and d.day > ${cut} - ${GRID_DAYS}::int
      order by d.day desc limit 1) h on true
    left join lateral (
      select s.author_id from scorecards s where s.account_id = o.account_id and s.submitted_on <= coalesce(h.day, ${cut})
      order by s.period desc, s.version desc limit 1) card on true
    left join people author on author.id = card.author_id
    left join decision_replays r on r.version = ${version}::int and r.account_id = o.account_id and r.day = ${cut}
    left join lateral (select case when o.currency is null or o.currency = (select currency from settings) then 1 else (
      select x.rate from exchange_rates x where x.currency = o.currency and x.day <= o.decided_on
      order by x.day desc limit 1) end as rate) rate on true
    left join (select version, effective_from, (published_at at time zone 'utc')::date as published_on from model_versions) v
      on v.version = r.version
    order by o.decided_on, o.account_id`);
  return rows.map((row) => ({
    ...row,
    version: row.version && { ...row.version, readings: numbers(row.version.readings) },
  }));
}

/** JSON has no NaN and no infinities: readings come as words. */
function numbers(readings: readonly (number | string)[] | null): number[] | null {
  return readings?.map((text) => (text === "-Infinity" ? Number.NEGATIVE_INFINITY : Number(text))) ?? null;
}

/** Whether the account has contracts and none of their terms ends near the day the outcome took effect. */
function midTerm(): SQL {
  return sql.raw(`(exists (select from contracts c where c.account_id = o.account_id) and not exists (
    select from (${termsOf("x.account_id = o.account_id")}) x,
      generate_series(0, ${termsBy(`(o.effective_on + ${NEAR_TERM})`)}) k (k)
    where abs(${afterTerm("k.k")} - o.effective_on) <= ${NEAR_TERM}))`);
}
