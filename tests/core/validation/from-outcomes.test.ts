import { expect, test } from "vitest";
import { randomOf } from "@/db/demo/prng";
import { addDays } from "@/lib/core/calendar";
import { calibrateRenewal, renewalChance } from "@/lib/core/validation/renewal-probability";
import { risingInterval } from "@/lib/core/validation/rising-interval";
import { suggestWeights, type WeightCase } from "@/lib/core/validation/suggest-weights";

const logistic = (slope: number, middle: number) => (risk: number) => 1 / (1 + Math.exp(-slope * (risk - middle)));

test("90% intervals of the probability of renewal cover the truth in 88 to 92 of 100 accounts, over simulated books", () => {
  const random = randomOf(7);
  let [covered, asked] = [0, 0];
  for (const truth of [logistic(0.06, 50), logistic(0.12, 60), logistic(0.05, 80), logistic(0.03, 65)])
    for (const n of [60, 124, 250])
      for (let book = 0; book < 40; book++) {
        const risks = Array.from({ length: n }, () => random.int(0, 100));
        const calibration = calibrateRenewal(
          risks,
          risks.map((risk) => random.chance(truth(risk))),
        );
        if ("withheld" in calibration) continue;
        for (let account = 0; account < 8; account++) {
          const risk = 100 * random.next();
          const { low, high, chance } = renewalChance(calibration, risk);
          expect(low <= chance && chance <= high).toBe(true);
          asked++;
          if (low <= 1 - truth(risk) && 1 - truth(risk) <= high) covered++;
        }
      }
  expect(asked).toBeGreaterThan(3500);
  expect(covered / asked).toBeGreaterThanOrEqual(0.88);
  expect(covered / asked).toBeLessThanOrEqual(0.92);
});

test("intervals of a rising curve cover the truth without knowing its shape", () => {
  const random = randomOf(11);
  let covered = 0;
  for (let book = 0; book < 400; book++) {
    const risks = Array.from({ length: 200 }, () => random.next());
    const at = 0.2 + 0.6 * random.next();
    const found = risingInterval(
      risks,
      risks.map((risk) => random.chance(risk ** 2)),
      at,
    );
    if (found && found.low <= at ** 2 && at ** 2 <= found.high) covered++;
  }
  expect(covered / 400).toBeGreaterThanOrEqual(0.86);
  expect(covered / 400).toBeLessThanOrEqual(0.94);
});

test("a probability is withheld in words where decisions are too few or of one kind", () => {
  const few = Array.from({ length: 29 }, (_, i) => i);
  expect(
    calibrateRenewal(
      few,
      few.map((i) => i % 2 === 0),
    ),
  ).toEqual({ withheld: "29 decisions with health known before them; 30 are needed." });
  const alike = Array.from({ length: 60 }, (_, i) => i);
  expect(
    calibrateRenewal(
      alike,
      alike.map((i) => i < 9),
    ),
  ).toEqual({ withheld: "9 of 60 decisions were churned or downsold; 10 of each kind are needed." });
});

test("a step in the truth is met by isotonic, a slope by Platt's curve, and both say why", () => {
  const random = randomOf(2);
  const risks = Array.from({ length: 600 }, () => 100 * random.next());
  const made = (truth: (risk: number) => number) =>
    calibrateRenewal(
      risks,
      risks.map((risk) => random.chance(truth(risk))),
    );
  const step = made((risk) => (risk < 85 ? 0.04 : 0.96));
  expect(step).toMatchObject({ method: "isotonic", why: expect.stringMatching(/^Isotonic: it costs less log loss/) });
  expect(made(logistic(0.05, 50))).toMatchObject({ method: "Platt" });
});

const MEASURES = ["usage", "seats", "calls"].map((key) => ({ key, weight: key === "calls" ? 80 : 10 }));

function books(seed: number, n: number, worth: readonly number[]): WeightCase[] {
  const random = randomOf(seed);
  return Array.from({ length: n }, (_, i) => {
    const points = worth.map(() => Math.round(100 * random.next()));
    const pull = points.reduce((sum, value, j) => sum + ((50 - value) / 10) * (worth[j] as number), -0.8);
    return {
      decidedOn: addDays("2025-01-01", i),
      bad: random.chance(1 / (1 + Math.exp(-pull))),
      points: points.map((value) => (random.chance(0.05) ? null : value)),
    };
  });
}

test("weights that outcomes speak for are suggested, sum to 100 and leave a worthless measure out", () => {
  const found = suggestWeights(MEASURES, books(5, 600, [0.8, 0.4, 0]));
  if (found.kind !== "checked") throw new Error(found.reason);
  const [usage, seats, calls] = found.weights.map(({ suggested }) => suggested) as [number, number, number];
  expect(found.isSuggested).toBe(true);
  expect(usage + seats + calls).toBeCloseTo(100, 9);
  expect(usage / seats).toBeGreaterThan(1.4);
  expect(calls).toBeLessThan(6);
  expect(found.earlier.until < found.later.from).toBe(true);
});

test("a score made of noise suggests nothing, in hardly any of a hundred books", () => {
  const suggested = Array.from({ length: 100 }, (_, seed) =>
    suggestWeights(MEASURES, books(seed + 50, 240, [0, 0, 0])),
  );
  expect(suggested.filter((one) => one.kind === "checked" && one.isSuggested).length).toBeLessThanOrEqual(2);
});

test("below ten bad outcomes a measure weights are refused, saying how many there are and are needed", () => {
  const found = suggestWeights(MEASURES, books(5, 60, [0.3, 0, 0]));
  expect(found).toMatchObject({ kind: "refused", n: 60, badNeeded: 30 });
  expect(found).toHaveProperty(
    "reason",
    expect.stringMatching(/^\d+ bad outcomes for 3 measures: weights need 10 a measure/),
  );
});
