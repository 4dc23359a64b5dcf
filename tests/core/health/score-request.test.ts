import { expect, test } from "vitest";
import { ScoreRequest, scoreRequest } from "@/lib/core/health/score-request";

const example = {
  model: {
    measures: [
      {
        key: "usage",
        weight: 35,
        scoring: { type: "levels", levels: { high: 10, medium: 5, low: 0, declining: -5 } },
        missing: "exclude",
      },
      { key: "adoption", weight: 25, scoring: { type: "linear", worst: 0, best: 10 } },
      {
        key: "tickets",
        weight: 20,
        scoring: {
          type: "curve",
          points: [
            [0, 60],
            [3, 100],
            [20, 0],
          ],
        },
      },
      {
        key: "csat",
        weight: 20,
        scoring: {
          type: "steps",
          steps: [
            { from: 0, points: 0 },
            { from: 3, points: 50 },
            { from: 4, points: 100 },
          ],
        },
      },
    ],
    bands: [
      { key: "green", from: 75, tone: "green" },
      { key: "yellow", from: 50, tone: "yellow" },
      { key: "red", from: 0, tone: "red" },
    ],
    coverageFloor: 0.7,
    guardrails: [{ when: [{ measure: "csat", below: 2 }], healthAtMost: "yellow" }],
    overlay: {
      policy: "qualitative_wins",
      weight: 0.5,
      weights: { champion: 40, executive: 30, outcome: 30 },
      divergenceMinGap: 15,
    },
  },
  readings: { usage: "high", adoption: 8, tickets: 2, csat: null },
  scorecard: { champion: "missing", executive: "none", outcome: "in_development" },
};

const answer = (input: unknown) => scoreRequest(ScoreRequest.parse(input));
const refusal = (input: unknown) => {
  const issue = ScoreRequest.safeParse(input).error?.issues[0];
  return issue && `${issue.path.join(".")}: ${issue.message}`;
};
const withModel = (model: object) => ({ ...example, model: { ...example.model, ...model } });

test("the worked example of the score endpoint comes out number by number", () => {
  const response = answer(example);
  expect(response).toMatchObject({
    score: 90.4,
    band: "green",
    coverage: 0.8,
    interval: [72.3, 92.3],
    qualitative: { score: 15, tone: "red" },
    health: { score: 49.9, band: "red" },
    divergence: { sign: "hidden_risk", gap: 75.4, tones: 2, severe: true },
  });
  expect(response.exact).toBeCloseTo(90.41666666666667, 10);
  expect(response.raw).toBe(response.exact);
  expect(response.contributions.map((c) => [c.key, c.reading, c.weight])).toEqual([
    ["usage", "high", 35],
    ["adoption", 8, 25],
    ["tickets", 2, 20],
    ["csat", null, 20],
  ]);
  expect(response.contributions.reduce((sum, c) => sum + c.contribution, 0)).toBeCloseTo(response.raw as number, 12);
  expect(response.contributions[3]).toMatchObject({ points: null, share: 0, contribution: 0 });
  expect(response.steps).toEqual([
    "Score 90.4 and scorecard 15 (50%) blend to 52.7, held to the people band's tone, red: 49.9.",
  ]);
});

test("everything but measures and readings has a default", () => {
  const response = answer({ model: { measures: example.model.measures }, readings: example.readings });
  expect(response).toMatchObject({ score: 90.4, band: "green", qualitative: null, divergence: null, steps: [] });
  expect(response.health).toEqual({ score: 90.4, band: "green" });
});

test("a guardrail that bites is said and holds health at the top of its band", () => {
  const response = answer({ ...example, scorecard: null, readings: { ...example.readings, usage: "high", csat: 1 } });
  expect(response.score).toBe(72.3);
  expect(response.steps).toEqual([]);
  const lifted = answer({
    ...example,
    readings: { usage: "high", adoption: 10, tickets: 3, csat: 1 },
    scorecard: { champion: "active", executive: "active", outcome: "defensible" },
  });
  expect(lifted.health).toEqual({ score: 74.9, band: "yellow" });
  expect(lifted.steps.at(-1)).toBe("Guardrail: csat below 2, so health is at most yellow: 74.9.");
});

test("below the coverage floor the band is insufficient data and score and interval are still given", () => {
  const response = answer({ ...example, scorecard: null, readings: { usage: "high", adoption: 8 } });
  expect(response).toMatchObject({ band: null, coverage: 0.6, health: { band: null } });
  expect(response.score).not.toBeNull();
  expect(response.interval).not.toBeNull();
});

test("with no reading at all there is no score, and nothing is NaN", () => {
  const response = answer({ ...example, scorecard: null, readings: {} });
  expect(response).toMatchObject({ score: null, exact: null, raw: null, band: null, coverage: 0, interval: [0, 100] });
  expect(JSON.stringify(response)).not.toContain("NaN");
});

test("a scorecard gives an account without enough data its people band, L as its number", () => {
  const response = answer({ ...example, readings: {} });
  expect(response.health).toEqual({ score: 15, band: "red" });
  expect(answer({ ...withModel({ overlay: { policy: "advisory" } }), readings: {} }).health.band).toBeNull();
});

test("bad requests are refused by the name of the field", () => {
  const [usage] = example.model.measures;
  const linear = (worst: number, best: number) => ({
    measures: [{ key: "a", weight: 1, scoring: { type: "linear", worst, best } }],
    guardrails: [],
  });
  expect(refusal({ ...example, readings: { ...example.readings, nps: 3 } })).toContain("unknown measure nps");
  expect(refusal({ ...example, readings: { usage: "best" } })).toContain("unknown level best of usage");
  expect(refusal({ ...example, readings: { usage: 3 } })).toContain("usage has levels");
  expect(refusal({ ...example, readings: { adoption: "8" } })).toContain("adoption is a number");
  expect(refusal(withModel(linear(3, 3)))).toContain("linear needs worst and best to differ");
  expect(refusal(withModel({ measures: [usage, usage] }))).toContain("repeat the key usage");
  expect(refusal(withModel({ measures: [] }))).toContain("1 to 20 measures");
  expect(refusal(withModel({ colour: "red" }))).toContain("Unrecognized key");
  expect(
    refusal({ ...withModel({ guardrails: [{ when: [{ measure: "nps", below: 2 }], healthAtMost: "yellow" }] }) }),
  ).toBe("model.guardrails.0.when.0.measure: guardrail: unknown measure nps");
  expect(
    refusal({ ...withModel({ guardrails: [{ when: [{ measure: "csat", below: 2 }], healthAtMost: "blue" }] }) }),
  ).toContain("unknown band blue");
  expect(
    refusal({ ...withModel({ guardrails: [{ when: [{ measure: "usage", level: "mid" }], healthAtMost: "red" }] }) }),
  ).toContain("unknown level mid of usage");
});
