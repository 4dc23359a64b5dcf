import { describe, expect, test } from "vitest";
import { Decision, decisionProblems } from "@/lib/core/playbook/decision";
import { lackWords, type Plan, planComplete } from "@/lib/core/playbook/plan";
import { planResult } from "@/lib/core/playbook/plan-result";

describe("plans and decisions", () => {
  const plan: Plan = {
    ...{ kind: "recovery", cause: "support", goal: "No severe ticket", goalAgreed: true, measure: "severity_load" },
    ...{ ownerId: 1, openedOn: "2026-11-02", dueOn: "2026-12-31", nextStep: "Call", nextStepOn: "2026-11-05" },
    ...{ sponsorId: 2, approvedBy: 3 },
  };
  test("a plan is complete only with every part, and says which is missing", () => {
    expect(planComplete(plan)).toEqual({ isComplete: true, missing: [] });
    const bare: Plan = {
      ...plan,
      cause: null,
      goal: " ",
      measure: null,
      ownerId: null,
      dueOn: "2026-11-01",
      nextStepOn: null,
    };
    expect(planComplete({ ...bare, goalAgreed: false, sponsorId: null, approvedBy: null }).missing).toEqual([
      "cause",
      "goal",
      "agreed",
      "measure",
      "owner",
      "due",
      "next_step",
      "sponsor",
      "approval",
    ]);
    expect(planComplete({ ...plan, kind: "action", sponsorId: null, approvedBy: null }).isComplete).toBe(true);
    expect(lackWords(planComplete(plan).missing)).toBeNull();
  });
  test("a plan's result is written when the tone changes; a new model's doing is no result of it", () => {
    const moved = (from: "red" | "yellow", to: "green" | "red" | "yellow", by = "data") =>
      planResult("2026-11-02", { from, to, on: "2026-11-03", by })?.result ?? null;
    expect([
      moved("red", "green"),
      moved("yellow", "red"),
      moved("red", "red"),
      moved("red", "green", "model"),
    ]).toEqual(["improved", "worsened", null, "rescored"]);
  });
  test("an investment needs a budget, an exit test and a date within 90 days; a loss is forecast as lost; a manager signs", () => {
    const invest = {
      choice: "invest",
      budgetCents: 500000,
      exitTest: "Champion named",
      newDate: "2027-02-28",
      note: "Asked",
    };
    const signed = { signedOn: "2026-11-30", roles: ["manager"] as const };
    const decision = Decision.parse(invest);
    expect(decisionProblems(decision, signed)).toEqual([]);
    expect(decisionProblems({ ...invest, choice: "invest", newDate: "2027-03-01" }, signed)).toEqual([
      "The new date is 2027-02-28 at the latest, 90 days ahead.",
    ]);
    expect(decisionProblems({ ...invest, choice: "invest", newDate: "2026-11-30" }, signed)).toHaveLength(1);
    expect(Decision.safeParse({ ...invest, exitTest: "" }).success).toBe(false);
    expect(Decision.safeParse({ choice: "accept", forecast: "open", note: "Gone" }).success).toBe(false);
  });
});
