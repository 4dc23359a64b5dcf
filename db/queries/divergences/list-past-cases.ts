import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { PastCase } from "@/lib/core/validation/past-case";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type DecidedCase = PastCase & {
  slug: string;
  name: string;
  kind: "renewed" | "expanded" | "downsold" | "churned";
  /** The day of the cut's health: the cut itself, or the last scored day in the week before it. */
  day: Day;
  /** Recomputed from what is known now, where no run was published that day. */
  replayed: boolean;
  /** Who answered the scorecard in force then. */
  authorId: number | null;
  author: string | null;
};

/** Days before the cut within which a scored day stands for it: history is kept by the week. */
const GRID_DAYS = 7;

/** Every decision so far with what numbers, people and health said of the account so many days before it, oldest first.
 * Decisions about accounts without a score then are left out. */
export async function listPastCases(ctx: Ctx, { horizon = 90 }: { horizon?: number } = {}): Promise<DecidedCase[]> {
  const { rows } = await ctx.db.execute<DecidedCase>(sql`
    select o.account_id as "accountId", a.slug, a.name, o.kind, o.decided_on as "decidedOn",
      o.kind in ('churned', 'downsold') as bad, h.day, h.replayed, h.score, h.qualitative as people, h.health,
      coalesce(h.score_tone, 0)::int as "scoreTone", coalesce(h.people_tone, 0)::int as "peopleTone",
      coalesce(h.health_tone, 0)::int as "healthTone", card.author_id as "authorId", author.name as author
    from outcomes o
    join accounts a on a.id = o.account_id
    join lateral (
      select * from health_day d
      where d.account_id = o.account_id and d.day <= o.decided_on - ${horizon}::int
        and d.day > o.decided_on - ${horizon + GRID_DAYS}::int
      order by d.day desc limit 1) h on true
    left join lateral (
      select s.author_id from scorecards s where s.account_id = o.account_id and s.submitted_on <= h.day
      order by s.period desc, s.version desc limit 1) card on true
    left join people author on author.id = card.author_id
    where o.decided_on <= ${ctx.today} and ${visibleAccounts(ctx, sql`o.account_id`)}
    order by o.decided_on, o.account_id`);
  return rows;
}
