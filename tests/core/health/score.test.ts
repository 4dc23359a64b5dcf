import { expect, test } from "vitest";
import { Definition } from "@/lib/core/health/model";
import { type Reading, scoreAccount } from "@/lib/core/health/score";
import { healthOf } from "@/lib/core/scorecard/overlay";

const linear = { type: "linear", worst: 0, best: 100 };
const three = (missing: "exclude" | "neutral" | "worst", floor = 0.7) =>
  Definition.parse({
    measures: [
      { key: "a", weight: 50, scoring: linear, missing },
      {
        key: "b",
        weight: 30,
        scoring: {
          type: "curve",
          points: [
            [0, 20],
            [10, 80],
          ],
        },
        missing,
      },
      { key: "c", weight: 20, scoring: linear, missing },
    ],
    coverageFloor: floor,
  });
const none = { none: true } as const;
const score = (readings: Record<string, Reading>, missing: "exclude" | "neutral" | "worst" = "exclude", floor = 0.7) =>
  scoreAccount(three(missing, floor), readings);

test("a missing measure is left out, counts 50, or its function's worst, and never counts in coverage", () => {
  const readings = { a: 90, b: null, c: 60 };
  expect(score(readings)).toMatchObject({ exact: 5700 / 70, coverage: 0.7 });
  expect(score(readings, "neutral")).toMatchObject({ exact: 72, coverage: 0.7 });
  expect(score(readings, "worst")).toMatchObject({ exact: 63, coverage: 0.7 });
  for (const policy of ["exclude", "neutral", "worst"] as const)
    expect(score(readings, policy).interval).toEqual([63, 81]);
});

test("a reading known to be none follows the policy, counts in coverage and leaves nothing open in the interval", () => {
  const readings = { a: 90, b: none, c: 60 };
  expect(score(readings)).toMatchObject({ coverage: 1, exact: 5700 / 70, interval: [5700 / 70, 5700 / 70] });
  expect(score(readings, "neutral")).toMatchObject({ coverage: 1, exact: 72, interval: [72, 72] });
  expect(score(readings).contributions[1]).toMatchObject({ reading: none, points: null, share: 0, contribution: 0 });
  expect(score(readings, "worst").contributions[1]).toMatchObject({ points: 20, share: 0.3, contribution: 6 });
});

test("an account of which every reading is none has no score and no band, though it is covered", () => {
  expect(score({ a: none, b: none, c: none })).toMatchObject({ exact: null, band: null, coverage: 1, interval: null });
});

test("coverage exactly at the floor is enough, just below it is insufficient data, not red", () => {
  expect(score({ a: 10, b: null, c: 10 }).band?.key).toBe("red");
  expect(score({ a: 10, b: 1, c: null }, "exclude", 0.81).band).toBeNull();
  expect(score({ a: 10, b: 1, c: null }, "exclude", 0.81).score).not.toBeNull();
});

test("an account with no reading is insufficient data, not red", () => {
  expect(score({})).toMatchObject({ score: null, band: null, coverage: 0 });
  expect(score({}, "neutral", 0).band?.key).toBe("yellow");
});

test("shares sum to one over the measures that count", () => {
  const { contributions } = score({ a: 90, b: null, c: 60 });
  expect(contributions.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 12);
});

test("unknown keys, unknown levels and numbers that are not finite are refused by name", () => {
  expect(() => score({ d: 1 })).toThrow("unknown measure d");
  expect(() => score({ a: Number.NaN })).toThrow("a must be a finite number");
  expect(() => score({ a: "high" })).toThrow("a is a number");
});

test("a bound is strict below and above, inclusive at most and at least, all at six decimals", () => {
  const health = (condition: object, reading: number | null) => {
    const definition = Definition.parse({
      measures: [{ key: "a", weight: 1, scoring: { type: "linear", worst: 1000, best: 1001 } }],
      guardrails: [{ when: [{ measure: "a", ...condition }], healthAtLeast: "green" }],
    });
    return healthOf(definition, scoreAccount(definition, { a: reading }), null).guardrails.length > 0;
  };
  expect([health({ below: 2 }, 2), health({ below: 2 }, 1.9999999), health({ below: 2 }, 1.99)]).toEqual([
    false,
    false,
    true,
  ]);
  expect([health({ above: 2 }, 2), health({ above: 2 }, 2.0000001), health({ above: 2 }, 2.01)]).toEqual([
    false,
    false,
    true,
  ]);
  expect([health({ atMost: 2 }, 2), health({ atLeast: 2 }, 2), health({ atMost: 2 }, null)]).toEqual([
    true,
    true,
    false,
  ]);
});
