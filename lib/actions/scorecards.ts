"use server";
import { PublishAnswerTexts, publishAnswerTexts as publishTextsCommand } from "@/lib/commands/publish-answer-texts";
import { ReopenMonth, reopenMonth as reopenCommand } from "@/lib/commands/reopen-month";
import { SaveCardRules, saveCardRules as saveRulesCommand } from "@/lib/commands/save-card-rules";
import { SaveScorecardDrafts, saveScorecardDrafts as saveDraftsCommand } from "@/lib/commands/save-scorecard-drafts";
import { SubmitMonth, submitMonth as submitMonthCommand } from "@/lib/commands/submit-month";
import { SubmitScorecards, submitScorecards as submitCommand } from "@/lib/commands/submit-scorecards";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

export const saveScorecardDrafts = action(SaveScorecardDrafts, saveDraftsCommand);

export const submitScorecards = action(SubmitScorecards, submitCommand, {
  revalidate: [paths.scorecards(), paths.triage()],
});

export const submitMonth = action(SubmitMonth, submitMonthCommand, { revalidate: [paths.scorecards()] });

export const reopenMonth = action(ReopenMonth, reopenCommand, { revalidate: [paths.scorecards()] });

export const saveCardRules = action(SaveCardRules, saveRulesCommand, {
  revalidate: [paths.cardRules(), paths.scorecards(), paths.triage(), paths.accounts()],
});

export const publishAnswerTexts = action(PublishAnswerTexts, publishTextsCommand, {
  revalidate: [paths.cardRules(), paths.scorecards()],
});
