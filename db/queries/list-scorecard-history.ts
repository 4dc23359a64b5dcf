import "server-only";
import { sql } from "drizzle-orm";
import type { Day, Month } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { Notes } from "@/lib/core/scorecard/reasons";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type PastCard = {
  period: Month;
  version: number;
  answers: Partial<Answers>;
  notes: Notes;
  author: string | null;
  recordedAs: string;
  submittedOn: Day;
  /** The definitions of the answers by the model of that day, where it has its own. */
  texts: Model["answers"] | null;
};

/** Each month's latest card of an account, newest first. */
export async function listScorecardHistory(ctx: Ctx, accountId: number, months = 12): Promise<PastCard[]> {
  const { rows } = await ctx.db.execute<PastCard>(sql`
    select * from (
      select distinct on (c.period) c.period, c.version, p.name as author, c.recorded_as as "recordedAs", c.submitted_on as "submittedOn",
        (select definition -> 'answers' from model_versions where effective_from <= c.submitted_on and withdrawn_on is null order by version desc limit 1) as texts,
        jsonb_strip_nulls(jsonb_build_object('champion', c.champion, 'executive', c.executive, 'outcome', c.outcome)) as answers,
        jsonb_build_object('champion', c.champion_note, 'executive', c.executive_note, 'outcome', c.outcome_note) as notes
      from scorecards c left join people p on p.id = c.author_id
      where c.account_id = ${accountId} and c.submitted_on <= ${ctx.today} and ${visibleAccounts(ctx, sql`c.account_id`)}
      order by c.period desc, c.version desc
    ) latest
    order by period desc limit ${months}`);
  return rows;
}
