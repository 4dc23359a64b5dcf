import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { BriefSignals } from "@/lib/core/portfolio/brief-signals";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type BriefFacts = BriefSignals & {
  plans: {
    kind: string;
    cause: string | null;
    goal: string | null;
    nextStep: string | null;
    dueOn: Day | null;
    owner: string | null;
  }[];
};

/** What changed at an account after a day, from its raw signals and the work on it; null where it may not be seen. */
export async function findBriefFacts(ctx: Ctx, accountId: number, since: Day): Promise<BriefFacts | null> {
  const after = (day: SQL) => sql`${day} > ${since}::date and ${day} <= ${ctx.today}::date`;
  const list = (from: SQL) => sql`coalesce((select jsonb_agg(to_jsonb(x)) from (${from}) x), '[]')`;
  const severe = sql`closed_at is null and severity in ('critical', 'high')`;
  const contacts = (day: SQL) => sql`
    select name, role, ${day} as "on" from contacts where account_id = a.id and ${after(day)} order by ${day}, name limit 6`;
  const milestones = (day: SQL, holds: SQL) => sql`
    select name, ${day} as "on" from milestones where account_id = a.id and ${holds} order by ${day}, name limit 6`;
  const { rows } = await ctx.db.execute<BriefFacts>(sql`
    select
      (select jsonb_build_object(
        'opened', count(*) filter (where ${after(local(sql`opened_at`))}), 'closed', count(*) filter (where ${after(local(sql`closed_at`))}),
        'open', count(*) filter (where closed_at is null), 'severe', count(*) filter (where ${severe}),
        'escalated', count(*) filter (where closed_at is null and escalated),
        'oldestSevereOn', min(${local(sql`opened_at`)}) filter (where ${severe}))
        from tickets where account_id = a.id and ${local(sql`opened_at`)} <= ${ctx.today}::date) as tickets,
      ${meanUsers(since)} as "usersThen", ${meanUsers(ctx.today)} as "usersNow",
      ${seats(since)} as "seatsThen", ${seats(ctx.today)} as "seatsNow",
      ${list(contacts(sql`active_to`))} as "left", ${list(contacts(sql`active_from`))} as came,
      (select count(*)::int from invoices where account_id = a.id and ${after(sql`paid_on`)}) as paid,
      ${list(sql`select due_on as "dueOn", amount_cents as "amountCents", currency from invoices where account_id = a.id
        and paid_on is null and not disputed and due_on < ${ctx.today}::date order by due_on limit 6`)} as overdue,
      ${list(milestones(sql`achieved_on`, after(sql`achieved_on`)))} as achieved,
      ${list(milestones(sql`target_on`, sql`achieved_on is null and ${after(sql`target_on`)}`))} as missed,
      (select to_jsonb(m) from (${milestones(sql`target_on`, sql`achieved_on is null and target_on > ${ctx.today}::date`)}) m limit 1)
        as "nextMilestone",
      ${list(sql`select kind, score, contact_role as role, ${local(sql`at`)} as "on" from surveys where account_id = a.id
        and ${after(local(sql`at`))} order by at desc limit 6`)} as surveys,
      ${list(sql`select kind, note, ${local(sql`at`)} as "on" from events where account_id = a.id
        and ${after(local(sql`at`))} order by at desc limit 6`)} as events,
      (select count(*)::int from touchpoints where account_id = a.id and two_way and ${after(local(sql`at`))}) as touches,
      ${list(sql`select p.kind, p.cause, p.goal, p.next_step as "nextStep", p.due_on as "dueOn", o.name as owner from plans p
        left join people o on o.id = p.owner_id where p.account_id = a.id and p.status = 'open' order by p.opened_on`)} as plans
    from accounts a where a.id = ${accountId} and ${visibleAccounts(ctx, sql`a.id`)}`);
  return rows[0] ?? null;
}

function local(instant: SQL): SQL {
  return sql`(${instant} at time zone (select time_zone from settings where id = 1))::date`;
}

/** From the daily counters: the mean of 28 days, where at least half of them had a usage row. */
function meanUsers(day: Day): SQL {
  return sql`(select case when n.active_users_days - coalesce(b.active_users_days, 0) >= 14
      then (n.active_users - coalesce(b.active_users, 0))::float8 / (n.active_users_days - coalesce(b.active_users_days, 0)) end
    from account_day n left join account_day b on b.account_id = n.account_id and b.day = n.day - 28
    where n.account_id = a.id and n.day = ${day}::date)`;
}

function seats(day: Day): SQL {
  return sql`(select seats from account_day where account_id = a.id and day = ${day}::date)`;
}
