import "server-only";
import { desc, eq } from "drizzle-orm";
import { modelReviews, people } from "@/db/schema";
import type { Day } from "@/lib/core/calendar";
import type { VersionFigures } from "@/lib/core/validation/validation-json";
import type { Ctx } from "@/lib/server/context";

export type ModelReview = {
  id: number;
  version: number;
  verdict: "keep" | "change" | "retire";
  reasons: string;
  /** As they were on the page when it was signed. */
  figures: VersionFigures & { sentence: string; horizon: number };
  reviewedOn: Day;
  signedBy: string;
  nextDueOn: Day;
};

/** Every signed review of the score, latest first. */
export async function listModelReviews(ctx: Ctx): Promise<ModelReview[]> {
  const rows = await ctx.db
    .select({
      id: modelReviews.id,
      version: modelReviews.version,
      verdict: modelReviews.verdict,
      reasons: modelReviews.reasons,
      figures: modelReviews.figures,
      reviewedOn: modelReviews.reviewedOn,
      signedBy: people.name,
      nextDueOn: modelReviews.nextDueOn,
    })
    .from(modelReviews)
    .innerJoin(people, eq(people.id, modelReviews.signedBy))
    .orderBy(desc(modelReviews.id));
  // Written by the command that signs, and never changed.
  return rows as ModelReview[];
}
