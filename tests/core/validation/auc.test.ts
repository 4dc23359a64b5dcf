import { describe, expect, test } from "vitest";
import { randomOf } from "@/db/demo/prng";
import { aucOf, compareAucs } from "@/lib/core/validation/auc";
import { erfc } from "@/lib/core/validation/normal";

/** By comparing every bad case with every good one. */
function byPairs(risks: readonly number[], bad: readonly boolean[]): number {
  let [sum, pairs] = [0, 0];
  for (const [i, a] of risks.entries())
    for (const [j, b] of risks.entries())
      if (bad[i] && !bad[j]) {
        pairs++;
        sum += a > b ? 1 : a === b ? 0.5 : 0;
      }
  return sum / pairs;
}

describe("the area under the curve", () => {
  test("is the share of pairs in the right order, ties counting half, on a thousand random books", () => {
    const { next: random } = randomOf(17);
    for (let book = 0; book < 1000; book++) {
      const n = 2 + Math.floor(random() * 30);
      const risks = Array.from({ length: n }, () => Math.floor(random() * 8));
      const bad = risks.map((_, i) => i === 0 || (i > 1 && random() < 0.4));
      expect(aucOf(risks, bad)?.auc).toBeCloseTo(byPairs(risks, bad), 12);
    }
  });

  test("of one class only is not defined, and nonsense is refused", () => {
    expect(aucOf([1, 2, 3], [false, false, false])).toBeNull();
    expect(() => aucOf([1, Number.NaN], [true, false])).toThrow("finite");
    expect(() => aucOf([1], [true, false])).toThrow("1 risks for 2 outcomes");
  });

  test("covers the truth with its interval in about 95 of 100 random books", () => {
    const { next } = randomOf(5);
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    // Two normals one deviation apart: Φ(1/√2).
    const truth = 1 - erfc(1 / 2) / 2;
    let covered = 0;
    for (let book = 0; book < 1000; book++) {
      const bad = Array.from({ length: 120 }, (_, i) => i % 3 === 0);
      const auc = aucOf(
        bad.map((isBad) => normal() + (isBad ? 1 : 0)),
        bad,
      );
      if (auc && auc.low <= truth && truth <= auc.high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(930);
    expect(covered).toBeLessThanOrEqual(970);
  });
});

describe("two areas on the same cases", () => {
  test("a ranking against itself differs by nothing, for certain", () => {
    const same = [0.3, 0.9, 0.2, 0.6];
    expect(compareAucs(same, same, [true, false, false, true])).toMatchObject({ difference: 0, low: 0, high: 0, p: 1 });
  });

  test("two scores of noise are told apart in about 5 of 100 books", () => {
    const { next: random } = randomOf(23);
    let apart = 0;
    for (let book = 0; book < 1000; book++) {
      const bad = Array.from({ length: 90 }, (_, i) => i % 3 === 0);
      const [a, b] = [bad.map(() => random()), bad.map(() => random())];
      if ((compareAucs(a, b, bad)?.p ?? 1) < 0.05) apart++;
    }
    expect(apart).toBeGreaterThanOrEqual(30);
    expect(apart).toBeLessThanOrEqual(75);
  });
});
