import "server-only";
import { sql } from "drizzle-orm";
import type { Day, Month } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";

/** A month as a person submitted it, and who opened it again. */
export type ScorecardMonth = {
  id: number;
  period: Month;
  due: number;
  confirmed: number;
  reason: string | null;
  submittedBy: string | null;
  submittedOn: Day;
  reopenedBy: string | null;
  reopenedOn: Day | null;
  reopenReason: string | null;
};

/** The months that a person has submitted, newest first, every one for ever: one's own, those of the people one leads, and
 * to administrators everybody's. */
export async function listScorecardMonths(ctx: Ctx, personId: number): Promise<ScorecardMonth[]> {
  const { actor } = ctx;
  if (actor.kind !== "person") return [];
  const { rows } = await ctx.db.execute<ScorecardMonth>(sql`
    select m.id, m.period, m.due, m.confirmed, m.reason, s.name as "submittedBy", m.submitted_on::text as "submittedOn",
      r.name as "reopenedBy", m.reopened_on::text as "reopenedOn", m.reopen_reason as "reopenReason"
    from scorecard_months m
    join people p on p.id = m.person_id
    left join people s on s.id = m.submitted_by
    left join people r on r.id = m.reopened_by
    where m.person_id = ${personId}
      and (p.id = ${actor.personId} or p.manager_id = ${actor.personId} or ${actor.roles.includes("admin")})
    order by m.period desc, m.id desc`);
  return rows;
}
