import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import type { DivergenceRow } from "./list-divergence-rows";

export type Divergence = DivergenceRow & {
  note: string | null;
  ownerId: number | null;
  champion: string | null;
  executive: string | null;
  outcome: string | null;
  championNote: string | null;
  executiveNote: string | null;
  outcomeNote: string | null;
  cardMonth: string | null;
  cardAuthor: string | null;
};

/** One disagreement with the scorecard that it stands on; null where there is none or the account may not be seen. */
export async function findDivergence(ctx: Ctx, id: number): Promise<Divergence | null> {
  const { rows } = await ctx.db.execute<Divergence>(sql`
    select d.id, d.account_id as "accountId", a.slug, a.name, d.sign, d.gap, d.severe, d.opened_on as "openedOn",
      d.due_on as "dueOn", owner.name as owner, d.owner_id as "ownerId", d.owner_role as "ownerRole",
      d.settled_on as "settledOn", settler.name as "settledBy", d.closed_on as "closedOn", d.resolution, d.note,
      d.who_was_right as "whoWasRight", t.arr_cents as "arrCents", t.score, t.qualitative, t.health,
      coalesce(t.score_tone, 0)::int as "scoreTone", coalesce(t.people_tone, 0)::int as "peopleTone",
      coalesce(t.tone, 0)::int as tone, s.champion, s.executive, s.outcome, s.champion_note as "championNote",
      s.executive_note as "executiveNote", s.outcome_note as "outcomeNote", s.period as "cardMonth", author.name as "cardAuthor"
    from divergences d join accounts a on a.id = d.account_id left join triage t on t.account_id = d.account_id
    left join scorecards s on s.id = d.scorecard_id left join people author on author.id = s.author_id
    left join people owner on owner.id = d.owner_id left join people settler on settler.id = d.settled_by
    where d.id = ${id} and d.opened_on <= ${ctx.today} and ${visibleAccounts(ctx, sql`d.account_id`)}`);
  return rows[0] ?? null;
}
