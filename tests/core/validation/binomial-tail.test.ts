import { describe, expect, test } from "vitest";
import { binomialTail } from "@/lib/core/validation/binomial-tail";
import { hypergeometricTail } from "@/lib/core/validation/hypergeometric-tail";

describe("binomialTail", () => {
  // R: pbinom(k - 1, n, p, lower.tail = FALSE)
  test.each([
    [3, 10, 0.5, 0.9453125],
    [5, 10, 0.5, 0.623046875],
    [10, 10, 0.5, 0.0009765625],
    [1, 20, 0.05, 0.641514077595412],
    [4, 20, 0.05, 0.0159015262343],
    [2, 12, 0.05, 0.118359857],
  ])("P(X ≥ %i of %i) at %d is %d", (k, n, p, expected) => {
    expect(binomialTail(k, n, p)).toBeCloseTo(expected, 8);
  });

  test("it is one less the terms below, summed one by one, for every count", () => {
    for (const p of [0.03, 0.2, 0.5, 0.77])
      for (const n of [1, 7, 40]) {
        let below = 0;
        let term = (1 - p) ** n;
        for (let k = 0; k <= n; k++) {
          expect(binomialTail(k, n, p)).toBeCloseTo(1 - below, 10);
          below += term;
          term *= ((n - k) / (k + 1)) * (p / (1 - p));
        }
      }
  });

  test("a hundred thousand accounts neither overflow nor underflow", () => {
    expect(binomialTail(0, 100_000, 0.05)).toBe(1);
    expect(binomialTail(1, 100_000, 0.05)).toBe(1);
    expect(binomialTail(5_000, 100_000, 0.05)).toBeCloseTo(0.504, 2);
    expect(binomialTail(10_000, 100_000, 0.05)).toBeLessThan(1e-200);
    expect(binomialTail(100_000, 100_000, 0.05)).toBe(0);
  });

  test("counts that are none and chances that are none are refused by name", () => {
    expect(() => binomialTail(3, 2, 0.5)).toThrow("binomialTail requires counts with k ≤ n, got 3 of 2");
    expect(() => binomialTail(1, 2, Number.NaN)).toThrow("requires a probability");
  });
});

describe("hypergeometricTail", () => {
  // Fisher's tea: eight cups, four with milk first, all four found: 1 in 70; three or more: 17 in 70.
  test.each([
    [4, 1 / 70],
    [3, 17 / 70],
    [0, 1],
  ])("a lady who finds %i of four cups", (k, expected) => {
    expect(hypergeometricTail(k, { all: 8, marked: 4, drawn: 4 })).toBeCloseTo(expected, 12);
  });

  test("more than there are never come", () => {
    expect(hypergeometricTail(5, { all: 8, marked: 4, drawn: 4 })).toBe(0);
    expect(() => hypergeometricTail(1, { all: 4, marked: 5, drawn: 1 })).toThrow("counts within 4");
  });
});
