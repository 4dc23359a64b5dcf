import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { findScoredDay } from "./accounts-on";

/** An account as its file says it, by the file's column names, and what was computed of it. */
export type AccountRow = {
  accountId: number;
  cells: Record<string, string | number | boolean | null>;
  attributes: Record<string, string | number | boolean | null>;
};

/** Accounts as files carry them, with owners and segment as of a day and what was computed of them then: of the current run
 * where no day is asked for. Of contracts, the one that the accounts file itself wrote; the others have a file of their own. */
export async function listAccountRows(
  ctx: Ctx,
  { accountIds = null, asOf = null }: { accountIds?: readonly number[] | null; asOf?: Day | null } = {},
): Promise<AccountRow[]> {
  const day = asOf ?? ctx.today;
  const only = accountIds ? sql`a.id = any(${`{${accountIds.join(",")}}`}::int[])` : sql`true`;
  const computed = asOf ? computedOn(await findScoredDay(ctx, asOf), asOf) : COMPUTED_NOW;
  const { rows } = await ctx.db.execute<AccountRow>(sql`
    select a.id as "accountId", coalesce(dated.attributes, '{}') as attributes, jsonb_build_object(
      'account_id', a.external_id, 'name', a.name, 'domain', a.domain, 'segment', dated.segment,
      'lifecycle_stage', dated.lifecycle_stage, 'industry', a.industry, 'region', a.region,
      'customer_since', a.customer_since, 'source', a.source, 'crm_url', a.crm_url,
      'parent_account_id', parent.external_id, 'csm_email', csm.email, 'am_email', am.email,
      'arr_cents', c.arr_cents, 'currency', c.currency, 'seats', c.seats, 'contract_start', c.starts_on,
      'renewal_date', c.ends_on, 'notice_days', c.notice_days, 'auto_renew', c.auto_renew) ||
      coalesce(computed.cells, '{}') as cells
    from accounts a
    left join accounts parent on parent.id = a.parent_id
    left join lateral (
      select csm_id, am_id from account_owners where account_id = a.id and valid_from <= ${day} order by valid_from desc limit 1
    ) owner on true
    left join people csm on csm.id = owner.csm_id
    left join people am on am.id = owner.am_id
    left join lateral (
      select segment, lifecycle_stage, attributes from account_attributes
      where account_id = a.id and valid_from <= ${day} order by valid_from desc limit 1
    ) dated on true
    left join lateral (
      select * from contracts where account_id = a.id and external_id = starts_on::text and starts_on <= ${day} order by starts_on desc limit 1
    ) c on true
    left join lateral (${computed}) computed on true
    where ${only} and ${visibleAccounts(ctx, sql`a.id`)}
    order by a.external_id`);
  return rows;
}

const COMPUTED_NOW = sql`
  select jsonb_build_object(
    'score', case when t.score_tone > 0 then round(t.score::numeric, 1) end, 'score_band', ${toneWord(sql`t.score_tone`)},
    'people_band', ${toneWord(sql`t.people_tone`)}, 'health', case when t.tone > 0 then round(t.health::numeric, 1) end,
    'health_band', ${toneWord(sql`t.tone`)}, 'diverges', t.divergence, 'coverage', round(t.coverage::numeric, 3),
    'model_version', r.model_version, 'as_of', r.as_of, 'arr_in_book_cents', t.arr_cents, 'renews_on', t.ends_on, 'decide_by', t.decide_by) as cells
  from triage t join runs r on r.id = t.run_id where t.account_id = a.id`;

function computedOn(scored: Day | null, asked: Day): SQL {
  const day = scored ?? asked;
  return sql`
    select jsonb_build_object(
      'score', case when h.score_tone > 0 then round(h.score::numeric, 1) end, 'score_band', ${toneWord(sql`h.score_tone`)},
      'people_band', ${toneWord(sql`h.people_tone`)}, 'health', case when h.health_tone > 0 then round(h.health::numeric, 1) end,
      'health_band', ${toneWord(sql`h.health_tone`)}, 'diverges', (
        select sign from divergences v where v.account_id = a.id and v.opened_on <= h.day and coalesce(v.closed_on > h.day, true)
        order by v.opened_on desc, v.id desc limit 1),
      'coverage', round(h.coverage::numeric, 3), 'model_version', h.model_version, 'as_of', h.day, 'arr_in_book_cents', d.arr_cents) as cells
    from health_day h left join account_day d on d.account_id = h.account_id and d.day = h.day
    where h.account_id = a.id and h.day = ${day}`;
}

/** A tone's word as addresses say it. */
function toneWord(tone: SQL): SQL {
  return sql`(array['red', 'yellow', 'green'])[nullif(${tone}, 0)]`;
}
