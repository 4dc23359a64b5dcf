import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/core/access";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { workedBooks } from "@/lib/server/worked-books";

export type DecisionRow = {
  id: number;
  kind: "invest" | "accept";
  decidedOn: Day;
  decidedBy: string | null;
  signedAt: string;
  budgetCents: number | null;
  exitTest: string | null;
  decideAgainOn: Day | null;
  note: string;
};

/** What a decision about an account begins with, and who signs it. */
export type DecisionDraft = {
  accountId: number;
  tone: number;
  arrCents: number | null;
  decideBy: Day | null;
  /** The clock that asks for it. */
  clock: { text: string; dueOn: Day; state: string } | null;
  mayDecide: boolean;
  /** Who decides where the reader may not: the owners' managers, else administrators. */
  deciders: string[];
  decisions: DecisionRow[];
};

/** Null where there is no such account, or the actor may not see it. */
export async function findDecisionDraft(ctx: Ctx, slug: string): Promise<DecisionDraft | null> {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<
    Omit<DecisionDraft, "mayDecide" | "decisions"> & { own: boolean; team: boolean }
  >(sql`
    select a.id as "accountId", coalesce(t.tone, 0)::int as tone, t.arr_cents as "arrCents", t.decide_by as "decideBy",
      (select jsonb_build_object('text', c.text, 'dueOn', c.due_on, 'state', c.state) from clocks c
        where c.account_id = a.id and c.kind = 'decision' and c.state <> 'stopped' limit 1) as clock,
      coalesce(nullif(array(select name from people where id in (csm.manager_id, am.manager_id) and status = 'active' order by name), '{}'),
        array(select p.name from people p join person_roles r on r.person_id = p.id and r.role = 'admin'
          where p.status = 'active' order by p.name)) as deciders,
      coalesce(t.csm_id = ${workedBooks(ctx)}, false) or coalesce(t.am_id = ${workedBooks(ctx)}, false) as own, coalesce(${me} in (csm.manager_id, am.manager_id), false) as team
    from accounts a left join triage t on t.account_id = a.id left join people csm on csm.id = t.csm_id
    left join people am on am.id = t.am_id where a.slug = ${slug} and ${visibleAccounts(ctx, sql`a.id`)}`);
  const [found] = rows;
  if (!found) return null;
  const { own, team, ...draft } = found;
  const roles = ctx.actor.kind === "person" ? ctx.actor.roles : [];
  return {
    ...draft,
    mayDecide: may(roles, "decision:record", { own, team }),
    decisions: await listDecisions(ctx, draft.accountId),
  };
}

/** What was decided about an account, the newest first; nothing of one that the actor may not see. */
export async function listDecisions(ctx: Ctx, accountId: number): Promise<DecisionRow[]> {
  const { rows } = await ctx.db.execute<DecisionRow>(sql`
    select d.id, d.kind, d.decided_on as "decidedOn", p.name as "decidedBy",
      to_char(d.recorded_at at time zone (select time_zone from settings where id = 1), 'HH24:MI') as "signedAt",
      d.budget_cents as "budgetCents", d.exit_test as "exitTest", d.decide_again_on as "decideAgainOn", d.note
    from decisions d left join people p on p.id = d.decided_by
    where d.account_id = ${accountId} and ${visibleAccounts(ctx, sql`d.account_id`)}
    order by d.decided_on desc, d.id desc`);
  return rows;
}
