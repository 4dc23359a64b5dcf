"use server";
import { DraftFromOutcomes, draftFromOutcomes as draftFromOutcomesCommand } from "@/lib/commands/draft-from-outcomes";
import { SignModelReview, signModelReview as signModelReviewCommand } from "@/lib/commands/sign-model-review";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

export const signModelReview = action(SignModelReview, signModelReviewCommand, {
  revalidate: [paths.validation(), paths.model(), paths.triage(), paths.accounts(), paths.portfolio()],
});

export const draftFromOutcomes = action(DraftFromOutcomes, draftFromOutcomesCommand, { revalidate: [paths.model()] });
