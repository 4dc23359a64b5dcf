import { describe, expect, test } from "vitest";
import { DEFAULT_BANDS } from "@/lib/core/health/bands";
import type { Model } from "@/lib/core/health/model";
import { hoursObliged, hoursPerAccount } from "@/lib/core/playbook/cadence";
import { type HeldAccounts, hoursHeld } from "@/lib/core/playbook/hours-held";
import { Playbook } from "@/lib/core/playbook/playbook";
import { playbookGaps } from "@/lib/core/playbook/playbook-gaps";
import { playbookOf, playbooksByTone } from "@/lib/core/playbook/playbook-of";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";
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
    expect(hoursPerAccount(named("red"), "sponsor")).toBeCloseTo(30 / 7, 5);
    expect(() => hoursObliged([held("green", -1)])).toThrow("hoursObliged requires counts");
  });
  test("who takes part gives their hours too; a role in which nobody is named gives its own, last", () => {
    const part = { segment: null, playbookKey: "red", accounts: 7 };
    const held: HeldAccounts[] = [
      { ...part, personId: null, name: null, role: "sponsor" },
      { ...part, personId: 4, name: "Maya", role: "csm" },
      { ...part, personId: 4, name: "Maya", role: "manager" },
      { ...part, personId: null, name: null, role: "sponsor", playbookKey: "green" },
    ];
    expect(hoursHeld(held, PLAYBOOKS)).toEqual([
      { personId: 4, name: "Maya", roles: ["csm"], accounts: 7, hours: expect.closeTo(30, 4) },
      { personId: null, name: null, roles: ["sponsor"], accounts: 7, hours: expect.closeTo(30, 4) },
    ]);
  });
});
