import { expect, test } from "vitest";
import type { Answers } from "@/lib/core/scorecard/answers";
import { divergenceOf, isReopened, settlementOf } from "@/lib/core/scorecard/divergence";

test("tones that differ diverge from the minimal gap on, inclusive at six decimals", () => {
  const measured = { score: 75, tone: "green" } as const;
  expect(divergenceOf(measured, { score: 60.0000004, tone: "yellow" }, 15)).toMatchObject({ tones: 1, severe: false });
  expect(divergenceOf(measured, { score: 60.1, tone: "yellow" }, 15)).toBeNull();
});

test("equal tones never diverge, however large the gap", () => {
  expect(divergenceOf({ score: 100, tone: "green" }, { score: 75, tone: "green" }, 15)).toBeNull();
});

test("severe ones, large accounts and near decisions belong to the manager; all are due in 14 days", () => {
  const of = (severe: boolean, isTopArrQuarter: boolean, daysToDecideBy: number | null) =>
    settlementOf({ severe }, "2028-02-20", { isTopArrQuarter, daysToDecideBy });
  expect(of(false, false, 121)).toEqual({ owner: "csm_am", dueOn: "2028-03-05" });
  expect(of(false, false, null).owner).toBe("csm_am");
  for (const near of [of(true, false, null), of(false, true, null), of(false, false, 120)])
    expect(near.owner).toBe("manager");
});

test("settled stays settled until sign, answers or size change", () => {
  const answers: Answers = { champion: "active", executive: "active", outcome: "defensible" };
  const settled = { sign: "false_alarm", gap: 40, answers } as const;
  expect(isReopened(settled, { ...settled, gap: 49 })).toBe(false);
  expect(isReopened(settled, { ...settled, gap: 50 })).toBe(true);
  expect(isReopened(settled, { ...settled, sign: "hidden_risk" })).toBe(true);
  expect(isReopened(settled, { ...settled, answers: { ...answers, outcome: "missing" } })).toBe(true);
});
