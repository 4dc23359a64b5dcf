import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import { questionWords } from "@/lib/core/scorecard/question-words";
import type { Wording } from "@/lib/core/scorecard/questions";
import type { Ctx } from "@/lib/server/context";

/** What each answer of the scorecard meant on a day: as the version of the model says that counted then. */
export async function getAnswerDefinitions(ctx: Ctx, asOf: Day): Promise<Wording> {
  const { rows } = await ctx.db.execute<{ answers: Model["answers"] | null }>(sql`
    select definition -> 'answers' as answers from model_versions
    where effective_from <= ${asOf} and withdrawn_on is null order by version desc limit 1`);
  return questionWords(rows[0]?.answers ?? undefined);
}
