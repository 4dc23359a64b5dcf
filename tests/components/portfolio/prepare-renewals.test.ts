import fc from "fast-check";
import { expect, test } from "vitest";
import { prepareRenewals } from "@/components/portfolio/prepare-renewals";
import { ladderMonths } from "@/lib/core/portfolio/ladder-months";

const sum = (month: string, tone: number, accounts: number, arrCents: number) => ({
  ...{ month, tone, accounts, arrCents, withoutRate: 0 },
});

test("twelve months from today's, stacked red, yellow, green, no score", () => {
  const sums = [sum("2026-12-01", 3, 4, 900_00), sum("2026-12-01", 1, 2, 300_00), sum("2027-02-01", 2, 1, 100_00)];
  const { rungs, finding } = prepareRenewals(sums, "2026-11-30", "arr", "USD");
  expect(rungs.map(({ label }) => label)).toEqual("Nov ’26,Dec,Jan ’27,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct".split(","));
  expect(rungs[1]?.parts.map(({ tone }) => tone)).toEqual([1, 3]);
  expect(rungs[1]).toMatchObject({ from: "2026-12-01", to: "2026-12-31", total: { accounts: 6, arrCents: 1200_00 } });
  expect(finding).toBe("$1k of 7 accounts decides in twelve months, $400 of it not green; most in Dec 2026: $1k.");
});

test("today and the next 30, 60 and 90 days lie where their months do", () => {
  const { today, brackets } = prepareRenewals([], "2026-12-16", "accounts", "USD");
  expect(today).toBeCloseTo(0.5, 5);
  expect(brackets.map(({ at }) => Math.floor(at))).toEqual([1, 2, 3]);
  expect(brackets.map(({ words }) => words)).toEqual(["30 d", "60 d", "90 d"]);
});

test("an empty ladder says so", () => {
  expect(prepareRenewals([], "2026-11-30", "arr", "USD").finding).toBe("Nobody decides in these twelve months.");
});

test("whatever decides, no month is higher than the axis, and the months add up to what is in them", () => {
  const { from, to } = ladderMonths("2026-11-30");
  expect([from, to]).toEqual(["2026-11-01", "2027-10-01"]);
  const month = fc.constantFrom("2026-11-01", "2026-12-01", "2027-03-01", "2027-10-01");
  const part = fc.tuple(month, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 9_000 }), fc.nat(9e11));
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 12 }),
      fc.constantFrom("arr" as const, "accounts" as const),
      (parts, unit) => {
        const own = [...new Map(parts.map((one) => [`${one[0]}${one[1]}`, one])).values()].map((one) => sum(...one));
        const { rungs, top, ticks } = prepareRenewals(own, "2026-11-30", unit, "USD");
        for (const { total } of rungs)
          expect(unit === "arr" ? total.arrCents : total.accounts).toBeLessThanOrEqual(top);
        expect(ticks.length).toBeLessThanOrEqual(5);
        const arr = rungs.reduce((whole, { total }) => whole + total.arrCents, 0);
        expect(arr).toBe(own.reduce((whole, { arrCents }) => whole + arrCents, 0));
      },
    ),
  );
});
