import fc from "fast-check";
import { expect, test } from "vitest";
import { type MonthOfBands, prepareBands } from "@/components/charts/prepare-bands";

const tone = (code: number, accounts: number, arrCents: number) => ({ tone: code, accounts, arrCents, withoutRate: 0 });
const month = (asked: string, ...tones: ReturnType<typeof tone>[]): MonthOfBands => ({ asked, day: asked, tones });
const YEAR = [
  month("2025-11-30", tone(3, 120, 1200), tone(2, 78, 780), tone(1, 22, 20)),
  month("2026-11-30", tone(3, 110, 1000), tone(2, 66, 800), tone(1, 44, 200)),
];

test("from the baseline up stand red, yellow, green and no score", () => {
  const { columns } = prepareBands(
    [month("2026-11-30", tone(0, 1, 1), tone(3, 5, 1), tone(1, 2, 1), tone(2, 2, 1))],
    "accounts",
  );
  expect(columns[0]?.parts.map((part) => [part.tone, part.from, part.share])).toEqual([
    [1, 0, 0.2],
    [2, 0.2, 0.2],
    [3, 0.4, 0.5],
    [0, 0.9, 0.1],
  ]);
});

test("the finding says red and green now and a year before", () => {
  expect(prepareBands(YEAR, "accounts").finding).toBe(
    "Red 20% of accounts, 10% in Nov 2025; green 50%, 55% in Nov 2025.",
  );
  expect(prepareBands(YEAR, "arr").finding).toBe("Red 10% of ARR, 1% in Nov 2025; green 50%, 60% in Nov 2025.");
});

test("below 20 accounts counts speak instead of percentages", () => {
  const { finding } = prepareBands([month("2026-11-30", tone(3, 4, 1), tone(1, 1, 1))], "accounts");
  expect(finding).toBe("Red 1 of 5 of accounts, green 4 of 5.");
});

test("a month without a scored day is an empty column, and no scored day at all is said", () => {
  const empty: MonthOfBands = { asked: "2026-10-31", day: null, tones: [] };
  expect(prepareBands([empty, ...YEAR], "accounts").columns[0]?.parts).toEqual([]);
  expect(prepareBands([empty], "accounts")).toMatchObject({
    labels: [],
    finding: "No scored day in the last 13 months.",
  });
});

test("accounts without any ARR keep their place in the ARR chart", () => {
  const { columns } = prepareBands([month("2026-11-30", tone(3, 4, 0))], "arr");
  expect(columns[0]?.parts).toEqual([{ tone: 3, accounts: 4, arrCents: 0, share: 0, from: 0 }]);
});

test("the year stands at the first month, and at January where the two do not touch", () => {
  const labelsFrom = (...ends: string[]) =>
    prepareBands(
      ends.map((asked) => month(asked, tone(3, 1, 1))),
      "accounts",
    ).columns.map(({ label }) => label);
  expect(labelsFrom("2025-11-30", "2025-12-31", "2026-01-31")).toEqual(["Nov ’25", "Dec", "Jan"]);
  expect(labelsFrom("2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31").at(-1)).toBe("Jan ’26");
});

test("shares of a column add up to one and labels never touch", () => {
  const counts = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(300)).filter((some) => some.some((n) => n > 0));
  fc.assert(
    fc.property(counts, (some) => {
      const { columns, labels } = prepareBands(
        [month("2026-11-30", ...some.map((n, i) => tone(i, n, n)))],
        "accounts",
        0.09,
      );
      expect(columns[0]?.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const [i, label] of labels.entries()) {
        expect(label.y).toBeGreaterThanOrEqual(0);
        expect(label.y).toBeLessThanOrEqual(1);
        const below = labels[i - 1];
        if (below) expect(label.y - below.y).toBeGreaterThan(0.0899);
      }
    }),
  );
});
