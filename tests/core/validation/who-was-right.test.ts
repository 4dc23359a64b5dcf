import { describe, expect, test } from "vitest";
import { randomOf } from "@/db/demo/prng";
import { bandIndexOf, compileBands } from "@/lib/core/health/band";
import { DEFAULT_BANDS } from "@/lib/core/health/bands";
import { calibrationOf } from "@/lib/core/validation/calibration-of";
import type { PastCase } from "@/lib/core/validation/past-case";
import { byDisagreement, bySize, rightBy } from "@/lib/core/validation/right-table";
import { similarCases } from "@/lib/core/validation/similar-cases";
import { suggestOverlay } from "@/lib/core/validation/suggest-overlay";

const BANDS = compileBands(DEFAULT_BANDS);
const PRESENT = {
  policy: "qualitative_wins" as const,
  weight: 0.5,
  weights: { champion: 40, executive: 30, outcome: 30 },
  divergenceMinGap: 15,
};
const toneOf = (value: number) => (BANDS.rank[bandIndexOf(BANDS, value)] as number) + 1;
const oneOf = (accountId: number, score: number, people: number, bad: boolean): PastCase => ({
  ...{
    accountId,
    decidedOn: `2026-${String(1 + (accountId % 12)).padStart(2, "0")}-15`,
    bad,
    score,
    people,
    health: people,
  },
  ...{ scoreTone: toneOf(score), peopleTone: toneOf(people), healthTone: toneOf(people) },
});

describe("who was right", () => {
  const cases = [
    oneOf(1, 90, 10, true),
    oneOf(2, 90, 10, false),
    oneOf(3, 90, 85, false),
    oneOf(4, 20, 90, false),
    oneOf(5, 60, 40, true),
  ];

  test("is counted of the same cases for all three, by how they disagreed", () => {
    const rows = rightBy([...cases, { ...oneOf(6, 90, 10, true), healthTone: 0 }], byDisagreement(15));
    expect(rows.map(({ key, n, bad, numbers, people }) => [key, n, bad, numbers?.hits, people?.hits])).toEqual([
      ["hidden_risk severe", 2, 1, 1, 1],
      ["agree", 1, 0, 1, 1],
      ["false_alarm severe", 1, 0, 0, 1],
      ["hidden_risk mild", 1, 1, 1, 1],
    ]);
  });

  test("and by the size of the gap, without those that agreed", () => {
    expect(rightBy(cases, bySize(15)).map(({ key, n }) => [key, n])).toEqual([
      ["50+", 3],
      ["15–30", 1],
    ]);
  });
});

describe("how a person's answers compare with what customers did", () => {
  const cards = (n: number, greens: number, stayed: number) =>
    Array.from({ length: n }, (_, i) => ({ saidGreen: i < greens, stayed: i < stayed }));

  test("below eight cards is too few to say", () => {
    expect(calibrationOf(cards(7, 7, 0))).toBeNull();
  });

  test("green of everything while a third left is optimistic; of nothing while all stayed, pessimistic", () => {
    expect(calibrationOf(cards(30, 30, 20))).toMatchObject({ n: 30, leaning: "optimistic", otherLost: null });
    expect(calibrationOf(cards(30, 5, 29))?.leaning).toBe("pessimistic");
    expect(calibrationOf(cards(30, 21, 20))?.leaning).toBe("none shown");
  });

  test("calls an unbiased answerer biased in about 5 of 100 books", () => {
    const random = randomOf(3);
    let wrong = 0;
    for (let book = 0; book < 1000; book++) {
      const drawn = Array.from({ length: 40 }, () => ({ saidGreen: random.chance(0.6), stayed: random.chance(0.6) }));
      if (calibrationOf(drawn)?.leaning !== "none shown") wrong++;
    }
    expect(wrong).toBeLessThanOrEqual(75);
    expect(wrong).toBeGreaterThan(5);
  });
});

describe("a better overlay", () => {
  const book = (seed: number, n: number, truth: (score: number, people: number) => number) => {
    const random = randomOf(seed);
    return Array.from({ length: n }, (_, i) => {
      const [score, people] = [random.between(0, 100), random.between(0, 100)];
      return oneOf(i, score, people, random.next() * 100 > truth(score, people));
    });
  };

  test("is suggested where the numbers alone know", () => {
    const found = suggestOverlay(
      book(1, 900, (score) => score),
      BANDS,
      PRESENT,
    );
    expect(found.isSuggested).toBe(true);
    expect(found.best.policy === "advisory" || (found.best.policy === "blend" && found.best.weight <= 0.2)).toBe(true);
    expect(found.earlier.n + found.later.n).toBe(900);
  });

  test("is not where neither side knows anything, in at least 95 of 100 books", () => {
    const suggested = Array.from({ length: 100 }, (_, seed) =>
      suggestOverlay(
        book(seed, 150, () => 60),
        BANDS,
        PRESENT,
      ),
    );
    expect(suggested.filter(({ isSuggested }) => isSuggested).length).toBeLessThanOrEqual(5);
  });

  test("is not looked for where either class is rare", () => {
    const found = suggestOverlay(
      book(2, 60, () => 95),
      BANDS,
      PRESENT,
    );
    expect(found).toMatchObject({ check: null, isSuggested: false });
  });
});

test("cases that disagreed alike come nearest in size first, with what came of them", () => {
  const past = [oneOf(1, 95, 5, true), oneOf(2, 90, 20, false), oneOf(3, 60, 40, true), oneOf(4, 10, 90, false)];
  const { cases, lost, peopleRight } = similarCases(past, { sign: "hidden_risk", gap: 72, severe: true }, 15);
  expect(cases.map(({ accountId }) => accountId)).toEqual([2, 1]);
  expect([lost?.hits, lost?.n, peopleRight?.hits]).toEqual([1, 2, 1]);
});
