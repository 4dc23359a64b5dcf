import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";

export type ScoringVersion = {
  version: number;
  scoringVersion: number;
  name: string;
  effectiveFrom: Day;
  publishedOn: Day;
  nextReviewOn: Day | null;
};

/** The versions of the model that score differently, latest first: of those that score alike, the latest. */
export async function listScoringVersions(ctx: Ctx): Promise<ScoringVersion[]> {
  const { rows } = await ctx.db.execute<ScoringVersion>(sql`
    select distinct on (scoring_version) version, scoring_version as "scoringVersion", name,
      effective_from as "effectiveFrom", (published_at at time zone 'utc')::date::text as "publishedOn",
      next_review_on as "nextReviewOn"
    from model_versions order by scoring_version desc, version desc`);
  return rows;
}
