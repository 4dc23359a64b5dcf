import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { accountsOn } from "@/db/queries/accounts-on";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";

/** What became of an account that was green when a quarter began, or is green at its end: a green that stayed, fell (yellow or
 * red), is gone or stands apart; or one that rose to green. */
export type QuarterPath = "stayed" | "fell" | "gone" | "apart" | "risen";

/** Accounts of a scope that were green at the start or rose to green by the end of a quarter, by their path. Onboarding
 * accounts are none of them; owners and segment are those of the start. Apart: re-scored by a new model, handed over, without
 * a score at the end. */
export function quarterPaths(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  { start, end }: { start: Day; end: Day },
  { named = false } = {},
): SQL {
  return sql`
    select s.account_id, s.csm_id, s.am_id, s.segment, s.arr_cents, s.health as health_then, s.tone as tone_then,
      e.health as health_now, e.tone as tone_now,
      case
        when e.account_id is null and not exists (
          select from health_day h where h.account_id = s.account_id and h.day = ${end}::date) then 'gone'
        when e.account_id is null or e.tone = 0 or e.scoring_version <> s.scoring_version then 'apart'
        when s.tone < 3 then 'risen'
        when e.tone = 3 then 'stayed' else 'fell'
      end as path
    from (${accountsOn(ctx, scope, start, { named })}) s
    left join (${accountsOn(ctx, scope, end)}) e using (account_id)
    join accounts a on a.id = s.account_id
    where (s.tone = 3 or (s.tone in (1, 2) and e.tone = 3)) and not (${onboardingOn(start)})`;
}

/** As the book of a day says it: within 90 days of the first contract, until the onboarding milestones are achieved. */
function onboardingOn(day: Day): SQL {
  return sql`a.customer_since > ${day}::date - 90 and coalesce((
    select bool_or(achieved_on is null or achieved_on > ${day}::date) from milestones m
    where m.account_id = a.id and m.kind = 'onboarding'), true)`;
}
