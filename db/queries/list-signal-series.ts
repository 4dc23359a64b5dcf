import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** One week of an account's raw signals; null where a feed said nothing that week. */
export type SignalWeek = {
  weekEnd: Day;
  activeUsers: number | null;
  seats: number | null;
  events: number | null;
  features: number | null;
  ticketsOpened: number;
  openSeverity: number;
  touches: number;
  meetingsPlanned: number;
  meetingsAttended: number;
  overdueDays: number;
  champions: number;
  milestonesDue: number;
  milestonesMet: number;
};

/** An account's raw signals by week, oldest first, up to so many weeks back: differences of the daily counters. */
export async function listSignalSeries(ctx: Ctx, accountId: number, weeks = 104): Promise<SignalWeek[]> {
  const { rows } = await ctx.db.execute<SignalWeek>(sql`
    select e.day as "weekEnd",
      (e.active_users - coalesce(s.active_users, 0))::float8 / nullif(e.active_users_days - coalesce(s.active_users_days, 0), 0) as "activeUsers",
      e.seats,
      (e.events - coalesce(s.events, 0))::float8 / nullif(e.events_days - coalesce(s.events_days, 0), 0) as events,
      (e.features_used - coalesce(s.features_used, 0))::float8 / nullif(e.features_days - coalesce(s.features_days, 0), 0) as features,
      e.tickets_opened - coalesce(s.tickets_opened, 0) as "ticketsOpened", coalesce(e.open_severity, 0) / 2.0 as "openSeverity",
      e.two_way_touches - coalesce(s.two_way_touches, 0) as touches,
      e.meetings_planned - coalesce(s.meetings_planned, 0) as "meetingsPlanned",
      e.meetings_attended - coalesce(s.meetings_attended, 0) as "meetingsAttended",
      coalesce(e.overdue_days, 0) as "overdueDays", coalesce(e.active_champions, 0) as champions,
      e.milestones_due as "milestonesDue", e.milestones_met as "milestonesMet"
    from generate_series(0, ${weeks - 1}) as week
    join account_day e on e.account_id = ${accountId} and e.day = ${ctx.today}::date - 7 * week
    left join account_day s on s.account_id = e.account_id and s.day = e.day - 7
    where ${visibleAccounts(ctx, sql`e.account_id`)}
    order by e.day`);
  return rows;
}
