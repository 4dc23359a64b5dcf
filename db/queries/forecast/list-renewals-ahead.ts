import "server-only";
import { sql } from "drizzle-orm";
import { type TriageFilter, triageWhere } from "@/db/queries/triage-filter";
import type { Day } from "@/lib/core/calendar";
import type { Call } from "@/lib/core/forecast/calls";
import type { Ctx } from "@/lib/server/context";

export type RenewalAhead = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  /** In the workspace currency; null without an exchange rate. */
  arrCents: number | null;
  decideBy: Day;
  health: number | null;
  tone: number;
  /** The last day scored a week ago or before, at most two weeks back. */
  thenDay: Day | null;
  thenHealth: number | null;
  thenTone: number;
  callId: number | null;
  call: Call | null;
  callNote: string | null;
  calledBy: string | null;
  calledById: number | null;
  calledOn: Day | null;
  /** The call that stood a week ago. */
  callThen: Call | null;
  /** How the account stands to the reader. */
  own: boolean;
  team: boolean;
};

/** Renewals of a scope that the customer must decide between two days, the nearest first: as they stand, as they stood a week ago,
 * and what people said of them then and now. Calls are of the decide-by date they were made for. */
export async function listRenewalsAhead(
  ctx: Ctx,
  scope: Pick<TriageFilter, "book" | "segment">,
  decides: { from: Day; to: Day },
): Promise<RenewalAhead[]> {
  const { rows } = await ctx.db.execute<RenewalAhead>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.segment, t.arr_cents as "arrCents", t.decide_by as "decideBy",
      t.health, t.tone::int as tone, h.day as "thenDay", h.health as "thenHealth", coalesce(h.health_tone, 0)::int as "thenTone",
      c.id as "callId", c.call, c.note as "callNote", by.name as "calledBy", c.called_by as "calledById",
      c.called_on as "calledOn", before.call as "callThen",
      coalesce(${triageWhere(ctx, { book: "me" })}, false) as own, coalesce(${triageWhere(ctx, { book: "team" })}, false) as team
    from triage t
    left join lateral (select day, health, health_tone from health_day d where d.account_id = t.account_id
      and d.day <= ${ctx.today}::date - 7 and d.day > ${ctx.today}::date - 14 order by d.day desc limit 1) h on true
    left join lateral (select * from forecast_calls f where f.account_id = t.account_id and f.decide_by = t.decide_by
      order by f.id desc limit 1) c on true
    left join lateral (select f.call from forecast_calls f where f.account_id = t.account_id and f.decide_by = t.decide_by
      and f.called_on <= ${ctx.today}::date - 7 order by f.id desc limit 1) before on true
    left join people by on by.id = c.called_by
    where ${triageWhere(ctx, { ...scope, decides })}
    order by t.decide_by, t.arr_cents desc nulls last, t.account_id`);
  return rows;
}
