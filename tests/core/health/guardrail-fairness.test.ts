import { expect, test } from "vitest";
import { isGuardrailFair } from "@/lib/core/health/guardrail-fairness";
import { Definition } from "@/lib/core/health/model";

const definition = Definition.parse({
  measures: [
    { key: "up", weight: 1, scoring: { type: "linear", worst: 0, best: 10 } },
    { key: "down", weight: 1, scoring: { type: "linear", worst: 10, best: 0 } },
    {
      key: "hill",
      weight: 1,
      scoring: {
        type: "curve",
        points: [
          [0, 0],
          [5, 100],
          [10, 0],
        ],
      },
    },
    { key: "level", weight: 1, scoring: { type: "levels", levels: { high: 10, low: 0, falling: -5 } } },
  ],
  watched: ["loose"],
});
const fair = (condition: object, side: object) => isGuardrailFair(definition, { when: [condition], ...side } as never);
const atMost = { healthAtMost: "yellow" };
const atLeast = { healthAtLeast: "yellow" };

test("holding a low reading down, or a high one up, is fair", () => {
  expect(fair({ measure: "up", below: 3 }, atMost)).toBe(true);
  expect(fair({ measure: "up", above: 3 }, atLeast)).toBe(true);
  expect(fair({ measure: "down", atLeast: 4 }, atMost)).toBe(true);
  expect(fair({ measure: "level", level: "falling" }, atMost)).toBe(true);
  expect(fair({ measure: "level", level: "high" }, atLeast)).toBe(true);
});

test("holding a high reading down, or a low one up, is not", () => {
  expect(fair({ measure: "up", above: 3 }, atMost)).toBe(false);
  expect(fair({ measure: "up", below: 3 }, atLeast)).toBe(false);
  expect(fair({ measure: "down", below: 4 }, atMost)).toBe(false);
  expect(fair({ measure: "level", level: "low" }, atMost)).toBe(false);
  expect(fair({ measure: "hill", below: 4 }, atMost)).toBe(false);
});

test("beyond where points still change, and without a weight, no reading is better", () => {
  expect(fair({ measure: "up", above: -1 }, atMost)).toBe(false);
  expect(fair({ measure: "up", above: 11 }, atMost)).toBe(false);
  expect(fair({ measure: "up", below: -1 }, atMost)).toBe(true);
  expect(fair({ measure: "loose", above: 3 }, atMost)).toBe(true);
});

test("a guardrail at the best band from above, or the worst from below, changes nothing", () => {
  expect(fair({ measure: "up", above: 3 }, { healthAtMost: "green" })).toBe(true);
  expect(fair({ measure: "up", below: 3 }, { healthAtLeast: "red" })).toBe(true);
});
