import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { StandingPlan } from "@/lib/core/playbook/standing-plan";
import type { Ctx } from "@/lib/server/context";
import { coveredName } from "@/lib/server/covered-name";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { type DecisionRow, listDecisions } from "./work/find-decision-draft";

export type OpenClock = {
  id: number;
  text: string;
  kind: string;
  dueOn: Day;
  state: "running" | "paused" | "breached";
  severity: "low" | "medium" | "high";
  ownerRole: string | null;
  /** The CSM or AM whose it is, with who stands in for them today. */
  owner: string | null;
};
export type ReviewRow = {
  id: number;
  kind: string;
  on: Day;
  isHeld: boolean;
  verdict: string | null;
  note: string | null;
  by: string | null;
};
export type NoteRow = { id: number; text: string; by: string | null; on: Day };
export type ActivityRow = { id: number; entry: string; by: string; on: Day };

/** What is being done about an account: open clocks, plans, reviews, notes, and who changed what. */
export type AccountWork = {
  clocks: OpenClock[];
  plans: StandingPlan[];
  reviews: ReviewRow[];
  decisions: DecisionRow[];
  notes: NoteRow[];
  activity: ActivityRow[];
};

const MOST = 20;

/** The work on an account; nothing of one that the actor may not see. Clocks: late first, then by due day. */
export async function getAccountWork(ctx: Ctx, accountId: number): Promise<AccountWork> {
  const seen = sql`select id from accounts a where a.id = ${accountId} and ${visibleAccounts(ctx, sql`a.id`)}`;
  const zone = sql`(select time_zone from settings where id = 1)`;
  const list = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    (await ctx.db.execute<Row>(query)).rows;
  const [clocks, plans, reviews, notes, activity, decisions] = await Promise.all([
    list<OpenClock>(sql`
      select c.id, c.text, c.kind, c.due_on as "dueOn", c.state, c.severity, c.owner_role as "ownerRole",
        ${coveredName(ctx, sql`p`)} as owner
      from clocks c left join triage t on t.account_id = c.account_id
      left join people p on p.id = case c.owner_role when 'csm' then t.csm_id when 'am' then t.am_id end
      where c.account_id in (${seen}) and c.state <> 'stopped'
      order by c.state <> 'breached', array_position(array['high', 'medium', 'low'], c.severity), c.due_on, c.id`),
    list<StandingPlan>(sql`
      select p.id, p.kind, p.cause, p.goal, p.next_step as "nextStep", p.due_on as "dueOn", o.name as owner, s.name as sponsor,
        p.submitted_on as "submittedOn", v.name as approver, p.approved_on as "approvedOn", p.opened_on as "openedOn", p.complete_on as "completeOn", p.closed_on as "closedOn", p.status, p.result
      from plans p left join people o on o.id = p.owner_id left join people s on s.id = p.sponsor_id left join people v on v.id = p.approved_by
      where p.account_id in (${seen}) order by p.status <> 'open', p.opened_on desc, p.id desc limit ${MOST}`),
    list<ReviewRow>(sql`
      select r.id, r.kind, coalesce(r.held_on, r.planned_on) as "on", r.held_on is not null as "isHeld", r.verdict, r.note, p.name as by
      from reviews r left join people p on p.id = r.owner_id
      where r.account_id in (${seen}) order by coalesce(r.held_on, r.planned_on) desc, r.id desc limit ${MOST}`),
    list<NoteRow>(sql`
      select n.id, n.text, p.name as by, (n.created_at at time zone ${zone})::date as "on"
      from notes n left join people p on p.id = n.author_id
      where n.account_id in (${seen}) order by n.created_at desc limit ${MOST}`),
    list<ActivityRow>(sql`
      select t.id, t.entry, coalesce(p.name, t.actor) as by, (t.at at time zone ${zone})::date as "on"
      from audit t left join people p on p.id = t.person_id
      where t.account_id in (${seen}) order by t.id desc limit ${MOST}`),
    listDecisions(ctx, accountId),
  ]);
  return { clocks, plans, reviews, decisions, notes, activity };
}
