import { expect, test } from "vitest";
import { type Answers, qualitativeOf } from "@/lib/core/scorecard/answers";

const weights = { champion: 40, executive: 30, outcome: 30 };
const of = (champion: string, executive: string, outcome: string) =>
  qualitativeOf(weights, { champion, executive, outcome } as Answers);

test("all best answers are green at 100, all worst red at 0", () => {
  expect(of("active", "active", "defensible")).toEqual({ score: 100, tone: "green" });
  expect(of("missing", "none", "missing")).toEqual({ score: 0, tone: "red" });
});

test("green needs an active champion, no worst answer and L of at least 75", () => {
  expect(of("active", "lapsed", "in_development")).toEqual({ score: 70, tone: "yellow" });
  expect(of("active", "active", "in_development").tone).toBe("green");
  expect(of("active", "active", "missing").tone).toBe("yellow");
  expect(of("at_risk", "active", "defensible")).toEqual({ score: 80, tone: "yellow" });
});

test("red needs two worst answers, or a missing champion and another answer that is not best", () => {
  expect(of("active", "none", "missing").tone).toBe("red");
  expect(of("missing", "lapsed", "defensible").tone).toBe("red");
  expect(of("missing", "active", "defensible")).toEqual({ score: 60, tone: "yellow" });
});

test("where no executive applies its weight is spread, and it is neither worst nor short of best", () => {
  expect(of("active", "n/a", "in_development").score).toBeCloseTo((40 * 100 + 30 * 50) / 70, 12);
  expect(of("missing", "n/a", "defensible").tone).toBe("yellow");
  expect(of("missing", "n/a", "in_development").tone).toBe("red");
});
