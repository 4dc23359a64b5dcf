import { z } from "zod";
import type { Role } from "@/lib/core/access";
import { addDays, type Day, isDay } from "@/lib/core/calendar";

export type DecisionChoice = "invest" | "accept";
/** The most days from a decision to invest to its new date. */
export const NEW_DATE_DAYS = 90;

const day = z.string().refine(isDay, "a date is YYYY-MM-DD");
const note = z.string().trim().min(1, "say why").max(1000, "a reason has at most 1,000 characters");

/** What is decided about a red account: invest, with budget, exit test and a new date, or accept the loss. */
export const Decision = z.discriminatedUnion("choice", [
  z.strictObject({
    choice: z.literal("invest"),
    budgetCents: z.int("a budget is a whole number of the minor unit").min(0, "a budget is not negative"),
    exitTest: z.string().trim().min(1, "say what must be true by the new date").max(500),
    newDate: day,
    note,
  }),
  z.strictObject({ choice: z.literal("accept"), forecast: z.literal("lost"), note }),
]);
export type Decision = z.output<typeof Decision>;

/** What keeps a decision from being signed on a day, in words: its new date is not within 90 days ahead, or nobody of the roles
 * may sign. Empty: valid. Source: PRODUCT, red at 90 days.
 * @example decisionProblems({ choice: "accept", forecast: "lost", note: "Acquired" }, { signedOn: "2026-11-30", roles: ["csm"] }) // → ["A manager signs a decision."] */
export function decisionProblems(
  decision: Decision,
  { signedOn, roles }: { signedOn: Day; roles: readonly Role[] },
): string[] {
  const problems: string[] = [];
  if (!roles.some((role) => role === "manager" || role === "admin")) problems.push("A manager signs a decision.");
  if (decision.choice === "accept") return problems;
  const last = addDays(signedOn, NEW_DATE_DAYS);
  if (decision.newDate <= signedOn) problems.push("The new date lies ahead.");
  if (decision.newDate > last) problems.push(`The new date is ${last} at the latest, ${NEW_DATE_DAYS} days ahead.`);
  return problems;
}
