import "server-only";
import { sql } from "drizzle-orm";
import type { Day, Month } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { Notes } from "@/lib/core/scorecard/reasons";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type ScorecardRecord = Answers & {
  version: number;
  notes: Notes;
  submittedOn: Day;
  author: string | null;
  recordedAs: string;
};

/** The card of an account for a month: the latest version, challenges aside; null where there is none. */
export async function findScorecard(ctx: Ctx, accountId: number, period: Month): Promise<ScorecardRecord | null> {
  const { rows } = await ctx.db.execute<ScorecardRecord>(sql`
    select c.version, c.champion, c.executive, c.outcome, c.submitted_on as "submittedOn", p.name as author,
      c.recorded_as as "recordedAs",
      jsonb_build_object('champion', c.champion_note, 'executive', c.executive_note, 'outcome', c.outcome_note) as notes
    from scorecards c left join people p on p.id = c.author_id
    where c.account_id = ${accountId} and c.period = ${period} and c.recorded_as <> 'challenge'
      and c.submitted_on <= ${ctx.today} and ${visibleAccounts(ctx, sql`c.account_id`)}
    order by c.version desc limit 1`);
  return rows[0] ?? null;
}
