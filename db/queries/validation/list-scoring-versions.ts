import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";

export type ScoringVersion = {
  version: number;
  scoringVersion: number;
  /** All versions that score so, itself among them. */
  alike: number[];
  /** The scoring version that counted before it; null of the first. */
  follows: number | null;
  name: string;
  effectiveFrom: Day;
  publishedOn: Day;
  nextReviewOn: Day | null;
};

/** The versions of the model that score differently, latest first: of those that score alike, the latest that has begun. */
export async function listScoringVersions(ctx: Ctx): Promise<ScoringVersion[]> {
  const { rows } = await ctx.db.execute<ScoringVersion>(sql`
    select * from (
      select distinct on (scoring_version) version, scoring_version as "scoringVersion", name,
        array(select b.version from model_versions b where b.scoring_version = v.scoring_version and b.withdrawn_on is null
          order by 1) as alike,
        (select b.scoring_version from model_versions b where b.version < v.version and b.scoring_version <> v.scoring_version
            and b.withdrawn_on is null
          order by b.version desc limit 1) as follows,
        effective_from as "effectiveFrom", (published_at at time zone 'utc')::date::text as "publishedOn",
        next_review_on as "nextReviewOn"
      from model_versions v where withdrawn_on is null order by scoring_version, effective_from <= ${ctx.today} desc, version desc
    ) alike order by version desc`);
  return rows;
}

/** The version that counts today, and the one before it that scored otherwise: what is compared without being asked for. */
export function comparedVersions(versions: readonly ScoringVersion[], today: Day): number[] {
  const present = versions.find(({ effectiveFrom }) => effectiveFrom <= today);
  const before = versions.find(({ scoringVersion }) => scoringVersion === present?.follows);
  return [present, before].flatMap((found) => found?.version ?? []);
}
