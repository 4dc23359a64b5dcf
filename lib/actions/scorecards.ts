"use server";
import { SaveScorecardDrafts, saveScorecardDrafts as saveDraftsCommand } from "@/lib/commands/save-scorecard-drafts";
import { SubmitScorecards, submitScorecards as submitCommand } from "@/lib/commands/submit-scorecards";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

export const saveScorecardDrafts = action(SaveScorecardDrafts, saveDraftsCommand);

export const submitScorecards = action(SubmitScorecards, submitCommand, {
  revalidate: [paths.scorecards(), paths.triage()],
});
