"use server";
import { RecordOutcome, recordOutcome as recordOutcomeCommand } from "@/lib/commands/record-outcome";
import { ReviewCase, reviewCase as reviewCaseCommand } from "@/lib/commands/review-case";
import { action } from "@/lib/server/action";

const screens = { revalidate: ["/triage", "/accounts", "/plans", "/reviews"] };

export const recordOutcome = action(RecordOutcome, recordOutcomeCommand, screens);

export const reviewCase = action(ReviewCase, reviewCaseCommand, screens);
