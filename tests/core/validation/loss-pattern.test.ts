import { describe, expect, test } from "vitest";
import { randomOf } from "@/db/demo/prng";
import { judgedCohort } from "@/lib/core/validation/judged";
import { lossPattern } from "@/lib/core/validation/loss-pattern";
import { weightsFromLosses } from "@/lib/core/validation/weights-from-losses";
import { decision } from "./decisions";

const KEYS = ["one", "two", "three", "four", "five", "six"];

/** Each measure's points by whether the account was lost, 90 days before its decision; `lost` of the decisions were. */
function patternOf(lost: number, kept: number, pointsOf: (isLost: boolean, key: string) => number) {
  const decisions = Array.from({ length: lost + kept }, (_, i) =>
    decision(i, 50, i % Math.round((lost + kept) / lost) === 0 ? "churned" : "renewed"),
  );
  const { cases } = judgedCohort(decisions, "version");
  const unread = new Float64Array(cases.length).fill(Number.NaN);
  const measures = KEYS.map((key) => ({
    ...{ key, weights: new Float64Array(cases.length).fill(1), absent: unread },
    points: Float64Array.from(cases, ({ bad }) => pointsOf(bad, key)),
  }));
  const onboarding = { key: "onboarding", weights: unread, absent: unread, points: unread };
  return lossPattern([{ horizon: 90, cases, measures: [...measures, onboarding] }]);
}

describe("what the lost had in common", () => {
  test("is nothing where their readings are anybody's: one table of noise in twenty says otherwise, and no weights come of the rest", () => {
    let showing = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomOf(seed);
      const pattern = patternOf(20, 80, () => 100 * random.next());
      const isShown = pattern.rows.some(({ isBeyondChance }) => isBeyondChance);
      expect(weightsFromLosses(pattern, KEYS) !== null).toBe(isShown);
      if (isShown) showing++;
    }
    expect(showing).toBeLessThanOrEqual(8);
  });

  test("is the measures that do differ, and only these weigh", () => {
    const random = randomOf(7);
    const pattern = patternOf(20, 80, (isLost, key) => (key === "two" && isLost ? 40 : 100) * random.next());
    expect(pattern.rows.filter(({ isBeyondChance }) => isBeyondChance).map(({ key }) => key)).toEqual(["two"]);
    expect(weightsFromLosses(pattern, KEYS)).toEqual(new Map([["two", 100]]));
  });

  test("is not beyond chance of four losses, though all four show it", () => {
    const pattern = patternOf(4, 16, (isLost) => (isLost ? 10 : 90));
    expect(pattern.rows[0]?.cells[0]?.showing).toMatchObject({ hits: 4, n: 4 });
    expect(pattern.rows.some(({ isBeyondChance }) => isBeyondChance)).toBe(false);
  });

  test("equal points show nothing", () => {
    const pattern = patternOf(20, 80, () => 100);
    expect(pattern.rows[0]).toMatchObject({ isBeyondChance: false, cells: [{ showing: { hits: 0 } }] });
  });
});
