import { expect, test } from "vitest";
import { cycleMonthsOf } from "@/lib/core/scorecard/card-rules";
import { dueOn, nextDueOn, validUntil } from "@/lib/core/scorecard/cycle";
import { healthOf } from "@/lib/core/scorecard/overlay";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";

test("only a stable green account that decides late answers once a quarter, and only where the installation says so", () => {
  const stable = { quarterlyGreens: true, wasGreen: true, daysToDecideBy: 181 };
  expect(cycleMonthsOf(stable)).toBe(3);
  expect(cycleMonthsOf({ ...stable, daysToDecideBy: null })).toBe(3);
  expect(cycleMonthsOf({ ...stable, daysToDecideBy: 180 })).toBe(1);
  expect(cycleMonthsOf({ ...stable, wasGreen: false })).toBe(1);
  expect(cycleMonthsOf({ ...stable, quarterlyGreens: false })).toBe(1);
});

test("a due day that a month does not have is its last", () => {
  expect(dueOn("2027-02", 30)).toBe("2027-02-28");
  expect(dueOn("2027-02", 28)).toBe("2027-02-28");
  expect(dueOn("2026-12", 1)).toBe("2026-12-01");
  expect(nextDueOn("2026-12", 3, 30)).toBe("2027-03-30");
  expect(validUntil("2026-10", 1, 20)).toBe("2026-12-05");
});

test("the health of an exempt account is its measured score, and the steps say why", () => {
  const definition = { ...DEFAULT_MODEL.definitions.default, guardrails: [] };
  const band = definition.bands[0];
  if (!band) throw new Error("the default model has bands");
  const scored = { exact: 82, raw: 82, band, encoded: new Float64Array(definition.measures.length).fill(Number.NaN) };
  const health = healthOf(definition, scored, "exempt");
  expect(health).toMatchObject({ score: 82, qualitative: null, divergence: null, unconfirmed: false });
  expect(health.steps.map(({ words }) => words)).toEqual([
    "This segment needs no scorecard: health is the measured score alone.",
  ]);
});
