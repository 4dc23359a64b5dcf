import { describe, expect, test } from "vitest";
import { DEFAULT_BANDS } from "@/lib/core/health/bands";
import type { Model } from "@/lib/core/health/model";
import { hoursObliged, hoursPerAccount } from "@/lib/core/playbook/cadence";
import { CAUSE_BOOK, CAUSES, causeOf, causeOfMeasure } from "@/lib/core/playbook/causes";
import { Decision, decisionProblems } from "@/lib/core/playbook/decision";
import { lackWords, type Plan, planComplete, planResult } from "@/lib/core/playbook/plan";
import { Playbook } from "@/lib/core/playbook/playbook";
import { playbookGaps, playbookOf, playbooksByTone } from "@/lib/core/playbook/playbook-of";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";
import { PLAYS, playNamed, playsFor } from "@/lib/core/playbook/plays";
import { TEMPLATES } from "@/lib/core/templates/templates";

const named = (key: string) => PLAYBOOKS.find((playbook) => playbook.key === key) as Playbook;

const definitionsOf = ({ definitions: { default: all, onboarding, segments } }: Model) =>
  [all, onboarding, ...Object.values(segments ?? {})].filter((definition) => definition !== undefined);

describe("playbooks", () => {
  test("every shipped playbook is valid, and every band of every shipped model has one", () => {
    for (const playbook of PLAYBOOKS) expect(Playbook.parse(playbook)).toEqual(playbook);
    for (const { model } of TEMPLATES)
      for (const { bands } of definitionsOf(model)) expect(playbookGaps(PLAYBOOKS, bands)).toEqual([]);
  });
  test("they oblige what they promise", () => {
    const rules = (key: string) => named(key).rules.map((rule) => rule.key);
    expect(rules("green")).toEqual(["check_in", "quarterly_review", "expansion_scan", "audit"]);
    expect(rules("yellow")).toEqual(["plan", "review", "improvement"]);
    expect(rules("red")).toEqual(["plan", "war_room", "decision", "six_months"]);
  });
  test("what a playbook lacks is said by name", () => {
    const { ownerRole: _, ...without } = named("red");
    expect(Playbook.safeParse(without).error?.issues[0]?.message).toBe("an owner role is missing");
    const { firstDeadlineDays: __, ...late } = named("red");
    expect(Playbook.safeParse(late).error?.issues[0]?.message).toContain("the first deadline");
    const never = { ...named("red"), steps: [], firstDeadlineDays: 2 };
    expect(Playbook.safeParse(never).error?.issues[0]?.message).toBe(
      "Red: nothing is due by the first deadline, 2 days",
    );
    const twice = { ...named("green"), rules: [...named("green").rules, named("green").rules[0]] };
    expect(Playbook.safeParse(twice).error?.issues[0]?.message).toBe("Green: two rules have the key check_in");
    expect(playbookGaps([], [{ key: "at_risk", name: "At-Risk", tone: "yellow", ownerRole: "csm" }])).toEqual([
      "At-Risk lacks a playbook",
      "At-Risk lacks a first deadline",
    ]);
  });
  test("a segment's own playbook stands in for the one for all", () => {
    const own = { ...named("yellow"), segment: "enterprise", firstDeadlineDays: 7 };
    const band = DEFAULT_BANDS[1] as (typeof DEFAULT_BANDS)[number];
    expect(playbookOf([...PLAYBOOKS, own], band, "enterprise")).toBe(own);
    expect(playbookOf([...PLAYBOOKS, own], band, "smb")).toBe(named("yellow"));
    expect(playbooksByTone(PLAYBOOKS, DEFAULT_BANDS, null, null).red).toBe(named("red"));
  });
  test("hours obliged add up over the bands of a book", () => {
    expect(hoursPerAccount(named("green"), "csm")).toBeCloseTo(0.5 + 1 / 3 + 0.5 / 3, 6);
    expect(hoursPerAccount(named("green"), "manager")).toBe(0);
    const held = (key: string, accounts: number, personId = 1) => ({
      ...{ personId, role: "csm" as const, playbook: named(key), accounts },
    });
    expect(hoursObliged([held("green", 60), held("yellow", 15), held("red", 5), held("red", 0, 2)])).toEqual([
      { personId: 1, hours: expect.closeTo(60 + (15 * 0.5 * 30) / 14 + (5 * 30) / 7, 4) },
      { personId: 2, hours: 0 },
    ]);
    expect(() => hoursObliged([held("green", -1)])).toThrow("hoursObliged requires counts");
  });
});

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

describe("causes and plays", () => {
  const part = (kind: string, key: string | null, value: number) => ({ kind: kind as "data", key, part: value });
  test("the cause is that of the measures that lost most together", () => {
    const parts = [
      part("data", "severity_load", -5),
      part("data", "active_user_trend", -4),
      part("data", "seat_use", -3),
    ];
    expect(causeOf({ parts })).toEqual({
      ...{ cause: "usage_decline", measures: ["active_user_trend", "seat_use"], share: expect.closeTo(7 / 12, 9) },
    });
    expect(causeOf({ parts: [...parts].reverse() })?.cause).toBe("usage_decline");
    expect(causeOf({ parts: [part("missing", "nps", -9), part("data", "nps", -1)] })?.cause).toBe("data_fault");
    expect(causeOf({ parts: [part("model", null, -9), part("data", "nps", 4)] })).toBeNull();
  });
  test("a tie goes to the cause named first", () => {
    const parts = [part("data", "severity_load", -5), part("data", "stickiness", -5)];
    expect(causeOf({ parts })?.cause).toBe("usage_decline");
  });
  test("an installation's own measure speaks for no cause, the five components speak for theirs", () => {
    expect(causeOfMeasure("metric:api_calls:mean")).toBeNull();
    expect(["usage", "engagement", "business", "support", "contract"].map(causeOfMeasure)).not.toContain(null);
  });
  test("every cause has a name and every play it names exists; product issue and unmet demand are routed", () => {
    expect(CAUSES).toHaveLength(11);
    for (const cause of CAUSES) for (const key of CAUSE_BOOK[cause].plays) expect(playNamed(key).key).toBe(key);
    expect([CAUSE_BOOK.product_issue.route, CAUSE_BOOK.unmet_demand.route]).toEqual([
      "product_owner",
      "expansion_lead",
    ]);
  });
  test("an early renewal talk asks for 120 days and clean payments; a data fault suggests nothing", () => {
    const keys = (daysToDecideBy: number, paymentsClean: boolean) =>
      playsFor({ cause: "relationship_loss", tone: "yellow", daysToDecideBy, paymentsClean }).map(({ key }) => key);
    expect(keys(200, true)).toEqual(["champion_replacement", "early_renewal"]);
    expect(keys(119, true)).toEqual(["champion_replacement", "renewal"]);
    expect(keys(200, false)).toEqual(["champion_replacement"]);
    expect(playsFor({ cause: "data_fault", tone: "red", daysToDecideBy: 10, paymentsClean: true })).toEqual([]);
    expect(PLAYS).toHaveLength(9);
  });
});
