import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { type CaseKind, caseDue } from "@/lib/core/playbook/case-review";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type OutcomeRow = {
  id: string;
  kind: "renewed" | "expanded" | "downsold" | "churned";
  decidedOn: Day;
  effectiveOn: Day;
  arrBeforeCents: number | null;
  arrAfterCents: number | null;
  currency: string | null;
  cause: string | null;
  avoidable: boolean | null;
};
export type CaseRow = { id: number; kind: CaseKind; heldOn: Day; by: string | null; answers: Record<string, string> };
export type AccountCases = {
  outcomes: OutcomeRow[];
  reviews: CaseRow[];
  due: ReturnType<typeof caseDue>;
};

/** What an account decided, how its losses and saves were reviewed, and the review that is due; null where it may not be seen. */
export async function findCases(ctx: Ctx, accountId: number): Promise<AccountCases | null> {
  const { rows } = await ctx.db.execute<Omit<AccountCases, "due"> & { turnedGreenOn: Day | null }>(sql`
    select coalesce((select jsonb_agg(to_jsonb(o)) from (
        select external_id as id, kind, decided_on as "decidedOn", effective_on as "effectiveOn", arr_before_cents as "arrBeforeCents",
          arr_after_cents as "arrAfterCents", currency, cause, avoidable
        from outcomes where account_id = a.id and decided_on <= ${ctx.today}::date order by decided_on desc, external_id limit 10) o), '[]') as outcomes,
      coalesce((select jsonb_agg(to_jsonb(r)) from (
        select r.id, r.kind, r.held_on as "heldOn", p.name as by, r.answers
        from reviews r left join people p on p.id = r.owner_id
        where r.account_id = a.id and r.kind in ('loss', 'save') and r.held_on is not null order by r.held_on desc, r.id desc limit 6) r), '[]') as reviews,
      (select case when last.tone = 3 and last.was = 1 then last.day end from (
        select day, tone, was from (
          select day, health_tone as tone, lag(health_tone) over (order by day) as was from health_day
          where account_id = a.id and health_tone is not null and day between ${ctx.today}::date - 90 and ${ctx.today}::date
        ) h where tone is distinct from was order by day desc limit 1) last) as "turnedGreenOn"
    from accounts a where a.id = ${accountId} and ${visibleAccounts(ctx, sql`a.id`)}`);
  const [found] = rows;
  if (!found) return null;
  const { outcomes, reviews, turnedGreenOn } = found;
  const lost = outcomes.find(({ kind }) => kind === "churned" || kind === "downsold");
  const reviewedOn = (kind: CaseKind) => reviews.find((review) => review.kind === kind)?.heldOn ?? null;
  const facts = {
    lost: lost ? { kind: lost.kind as "churned" | "downsold", decidedOn: lost.decidedOn } : null,
    ...{ turnedGreenOn, lossReviewedOn: reviewedOn("loss"), saveReviewedOn: reviewedOn("save") },
  };
  return { outcomes, reviews, due: caseDue(facts, ctx.today) };
}
