"use server";
import { AddNote, addNote as addNoteCommand } from "@/lib/commands/add-note";
import { ApprovePlan, approvePlan as approvePlanCommand } from "@/lib/commands/approve-plan";
import { AssignOwner, assignOwner as assignOwnerCommand } from "@/lib/commands/assign-owner";
import { ClosePlan, closePlan as closePlanCommand } from "@/lib/commands/close-plan";
import { LogReview, logReview as logReviewCommand } from "@/lib/commands/log-review";
import { MarkTriage, markTriage as markTriageCommand } from "@/lib/commands/mark-triage";
import { RecordDecision, recordDecision as recordDecisionCommand } from "@/lib/commands/record-decision";
import { RemoveNote, removeNote as removeNoteCommand } from "@/lib/commands/remove-note";
import { RemoveReview, removeReview as removeReviewCommand } from "@/lib/commands/remove-review";
import { RequestScorecards, requestScorecards as requestScorecardsCommand } from "@/lib/commands/request-scorecards";
import { SavePlan, savePlan as savePlanCommand } from "@/lib/commands/save-plan";
import { SetNextStep, setNextStep as setNextStepCommand } from "@/lib/commands/set-next-step";
import { TagAccounts, tagAccounts as tagAccountsCommand } from "@/lib/commands/tag-accounts";
import { action } from "@/lib/server/action";

const screens = { revalidate: ["/triage", "/accounts", "/plans", "/reviews"] };

export const markTriage = action(MarkTriage, markTriageCommand, screens);

export const addNote = action(AddNote, addNoteCommand, screens);

export const removeNote = action(RemoveNote, removeNoteCommand, screens);

export const savePlan = action(SavePlan, savePlanCommand, screens);

export const closePlan = action(ClosePlan, closePlanCommand, screens);

export const setNextStep = action(SetNextStep, setNextStepCommand, screens);

export const approvePlan = action(ApprovePlan, approvePlanCommand, screens);

export const recordDecision = action(RecordDecision, recordDecisionCommand, screens);

export const logReview = action(LogReview, logReviewCommand, screens);

export const removeReview = action(RemoveReview, removeReviewCommand, screens);

export const assignOwner = action(AssignOwner, assignOwnerCommand, screens);

export const tagAccounts = action(TagAccounts, tagAccountsCommand, screens);

export const requestScorecards = action(RequestScorecards, requestScorecardsCommand);
