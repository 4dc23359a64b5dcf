import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { isOwn, isTeams } from "./card-parts";
import type { TriageRow } from "./list-triage";

export type ContractInForce = {
  externalId: string;
  startsOn: Day;
  endsOn: Day | null;
  arrCents: number;
  currency: string;
  seats: number | null;
  autoRenew: boolean;
  noticeDays: number;
};

export type AccountPage = {
  accountId: number;
  slug: string;
  name: string;
  domain: string | null;
  industry: string | null;
  region: string | null;
  customerSince: Day | null;
  segment: string | null;
  lifecycleStage: string | null;
  attributes: Record<string, string | number | boolean | null>;
  csm: string | null;
  am: string | null;
  parent: { slug: string; name: string } | null;
  contracts: ContractInForce[];
  /** The account's row of the current run; null where it is not in the book today. */
  now:
    | (Omit<TriageRow, "csm" | "am"> & {
        steps: string[];
        reasons: Array<{ key: string; text: string }>;
        delta90: number | null;
        /** 1 fell freshly, 2 a clock is breached, 4 a next step lies ahead. */
        priorityFlags: number;
        cardDueOn: Day | null;
      })
    | null;
};

/** What heads an account's page: who it is, who owns it, its contracts and its row of the current run. Null where there is
 * no such account, or the actor may not see it. */
export async function findAccount(ctx: Ctx, slug: string): Promise<AccountPage | null> {
  const { rows } = await ctx.db.execute<AccountPage>(sql`
    select a.id as "accountId", a.slug, a.name, a.domain, a.industry, a.region, a.customer_since as "customerSince",
      dated.segment, dated.lifecycle_stage as "lifecycleStage", coalesce(dated.attributes, '{}') as attributes,
      csm.name as csm, am.name as am,
      case when parent.id is not null and ${visibleAccounts(ctx, sql`parent.id`)} then jsonb_build_object('slug', parent.slug, 'name', parent.name) end as parent,
      coalesce(terms.list, '[]') as contracts,
      case when t.account_id is not null then jsonb_build_object(
        'accountId', t.account_id, 'slug', t.slug, 'name', t.name, 'segment', t.segment, 'arrCents', t.arr_cents, 'endsOn', t.ends_on,
        'decideBy', t.decide_by, 'score', t.score, 'health', t.health, 'qualitative', t.qualitative, 'coverage', t.coverage, 'tone', t.tone,
        'band', t.band, 'scoreTone', t.score_tone, 'peopleTone', t.people_tone, 'bandSince', t.band_since, 'delta30', t.delta_30,
        'delta90', t.delta_90, 'sparkline', t.sparkline, 'divergence', t.divergence, 'divergenceGap', t.divergence_gap, 'divergenceSevere', t.divergence_severe,
        'cardState', t.card_state, 'cardDueOn', t.card_due_on, 'champion', t.champion, 'executive', t.executive, 'outcome', t.outcome,
        'lastTouchOn', t.last_touch_on, 'priority', t.priority, 'priorityFlags', t.priority_flags, 'reason', t.reason, 'reasonText', t.reason_text, 'reasons', t.reasons,
        'own', ${isOwn(ctx)}, 'team', ${isTeams(ctx)},
        'steps', t.steps::jsonb) end as now
    from accounts a
    left join triage t on t.account_id = a.id
    left join accounts parent on parent.id = a.parent_id
    left join lateral (
      select csm_id, am_id from account_owners where account_id = a.id and valid_from <= ${ctx.today} order by valid_from desc limit 1
    ) owner on true
    left join people csm on csm.id = owner.csm_id
    left join people am on am.id = owner.am_id
    left join lateral (
      select segment, lifecycle_stage, attributes from account_attributes
      where account_id = a.id and valid_from <= ${ctx.today} order by valid_from desc limit 1
    ) dated on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('externalId', external_id, 'startsOn', starts_on, 'endsOn', ends_on, 'arrCents', arr_cents,
        'currency', currency, 'seats', seats, 'autoRenew', auto_renew, 'noticeDays', notice_days) order by starts_on, external_id) as list
      from contracts where account_id = a.id and starts_on <= ${ctx.today} and (ends_on is null or ends_on >= ${ctx.today})
    ) terms on true
    where a.slug = ${slug} and ${visibleAccounts(ctx, sql`a.id`)}`);
  return rows[0] ?? null;
}
