import "server-only";
import { sql } from "drizzle-orm";
import { rememberScope } from "@/db/queries/portfolio/remember-scope";
import { type TriageFilter, triageWhere } from "@/db/queries/triage-filter";
import type { Day } from "@/lib/core/calendar";
import { definitionFor, type Model } from "@/lib/core/health/model";
import type { HeldAccounts } from "@/lib/core/playbook/hours-held";
import type { Ctx } from "@/lib/server/context";

type Row = Omit<HeldAccounts, "playbookKey"> & { band: string };
/** The current run, and what changes whenever plans, people or the product's owner do. */
type Current = { definition: Model; asOf: Day; named: string };

/** How many accounts each person holds, by role, band and segment: what the cadences oblige them for. A manager holds what is of
 * the CSMs who report to them; an executive sponsor what open plans name them for; Product and Support what open plans name as
 * their cause. Roles without a person hold theirs without a name. */
export async function listHeldAccounts(
  ctx: Ctx,
  scope: Pick<TriageFilter, "book" | "segment">,
): Promise<HeldAccounts[]> {
  const { rows: runs } = await ctx.db.execute<Current>(sql`
    select v.definition, r.as_of as "asOf", concat((select count(*) || '.' || max(xmin::text::bigint) from plans where status = 'open'),
      ' ', (select count(*) || '.' || max(xmin::text::bigint) from people), ' ', (select xmin from settings)) as named
    from runs r join model_versions v on v.version = r.model_version where r.is_current`);
  const [run] = runs;
  if (!run) return [];
  const rows = await rememberScope(ctx, scope, [`held ${run.named}`, run.asOf], () => heldBy(ctx, scope));
  return rows.map(({ band, ...held }) => {
    const { bands } = definitionFor(run.definition, held.segment, false);
    return { ...held, playbookKey: bands.find(({ key }) => key === band)?.playbook ?? band };
  });
}

async function heldBy(ctx: Ctx, scope: Pick<TriageFilter, "book" | "segment">): Promise<Row[]> {
  // Counted by all that decides first: a role is then given to a count, not to each account.
  const { rows } = await ctx.db.execute<Row>(sql`
      select p.id as "personId", p.name, held.role, alike.segment, alike.band, sum(alike.accounts)::int as accounts
      from (
        select t.csm_id, t.am_id, csm.manager_id, plan.sponsor_id, plan.cause, t.segment, t.band, count(*) as accounts
        from triage t
        left join people csm on csm.id = t.csm_id
        left join (select distinct on (account_id) account_id, sponsor_id, cause from plans where status = 'open'
          order by account_id, opened_on desc, id desc) plan on plan.account_id = t.account_id
        where t.band is not null and ${triageWhere(ctx, scope)} group by 1, 2, 3, 4, 5, 6, 7
      ) alike
      cross join lateral (values ('csm', csm_id), ('am', am_id), ('manager', manager_id), ('sponsor', sponsor_id),
        ('product', (select product_owner_id from settings where id = 1)), ('support', null)) held (role, person_id)
      left join people p on p.id = held.person_id
      where (role <> 'product' or cause = 'product_issue') and (role <> 'support' or cause = 'support')
      group by p.id, p.name, held.role, alike.segment, alike.band
      order by p.name, p.id, held.role, alike.segment, alike.band`);
  return rows;
}
