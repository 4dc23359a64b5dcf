import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, weekdayOf } from "@/lib/core/calendar";
import { type FeedDay, type FeedFacts, feedFault, isWellAgain } from "@/lib/core/guards/feed-fault";
import { usualLag } from "@/lib/core/guards/usual-lag";

const TODAY = "2026-11-30";
const isWeekend = (day: Day) => [0, 6].includes(weekdayOf(day));

/** Five weeks of days up to yesterday: so many rows a working day, fewer at weekends. */
function fiveWeeks(rowsOn: (day: Day) => number): FeedDay[] {
  return Array.from({ length: 35 }, (_, i) => {
    const day = addDays(TODAY, i - 35);
    return { day, rows: rowsOn(day), volume: null };
  });
}
const usual = (day: Day) => (isWeekend(day) ? 60 : 100);
const facts = (days: FeedDay[], more: Partial<FeedFacts> = {}): FeedFacts => ({
  ...{ asOf: TODAY, lastDay: addDays(TODAY, -1), days, promisedDays: 1, limitDays: 3, ...more },
});

test("a feed that comes as usual has no fault, weekends included", () => {
  expect(feedFault(facts(fiveWeeks(usual)))).toBeNull();
});

test("a daily feed has stopped once it lags more than its promise, and any feed once its measures are too old", () => {
  const gone = (since: Day) => fiveWeeks((day) => (day >= since ? 0 : usual(day)));
  const late = facts(gone("2026-11-29"), { lastDay: "2026-11-28" });
  expect(feedFault(late)).toEqual({ kind: "stopped", since: "2026-11-29", found: 0, usual: 60 });
  expect(feedFault({ ...late, promisedDays: 2 })).toBeNull();
  expect(feedFault({ ...late, promisedDays: null })).toBeNull();
  const seldom = fiveWeeks((day) => (weekdayOf(day) === 1 ? 40 : 0));
  expect(feedFault(facts(seldom, { lastDay: "2026-11-27" }))).toBeNull();
  expect(feedFault(facts(seldom, { lastDay: "2026-11-26" }))?.kind).toBe("stopped");
});

test("a feed that ended long ago is given up, not stopped", () => {
  expect(feedFault(facts([], { lastDay: "2026-10-30", limitDays: 3 }))?.kind).toBe("stopped");
  expect(feedFault(facts([], { lastDay: "2026-10-29", limitDays: 3 }))).toBeNull();
});

test("twice as much on one day is a fault, half of it on two in a row; what differs by chance is none", () => {
  const on = (changed: Record<Day, number>) => fiveWeeks((day) => changed[day] ?? usual(day));
  expect(feedFault(facts(on({ "2026-11-27": 201 })))).toEqual({
    ...{ kind: "excess", since: "2026-11-27", found: 201, usual: 100 },
  });
  expect(feedFault(facts(on({ "2026-11-27": 200 })))).toBeNull();
  expect(feedFault(facts(on({ "2026-11-27": 40 })))).toBeNull();
  expect(feedFault(facts(on({ "2026-11-26": 45, "2026-11-27": 49 })))).toEqual({
    ...{ kind: "short", since: "2026-11-26", found: 45, usual: 100 },
  });
  expect(feedFault(facts(on({ "2026-11-26": 51, "2026-11-27": 49 })))).toBeNull();
});

test("rows that are all there but count nothing are a fault by what they count", () => {
  const days = fiveWeeks(usual).map((day) => ({ ...day, volume: day.day >= "2026-11-27" ? 0 : day.rows * 10 }));
  expect(feedFault(facts(days))).toMatchObject({ kind: "short", since: "2026-11-27", found: 0 });
});

test("a feed that comes and goes is not judged by its rows", () => {
  const days = fiveWeeks((day) =>
    weekdayOf(day) % 2 === 0 ? 30 + 40 * ((weekdayOf(day) + Number(day.slice(-2))) % 3) : 0,
  );
  expect(feedFault(facts(days))).toBeNull();
});

test("it is well again once every day since has come as usual", () => {
  const days = fiveWeeks(usual);
  expect(isWellAgain(facts(days), "2026-11-20")).toBe(true);
  const withGap = days.map((day) => (day.day === "2026-11-25" ? { ...day, rows: 0 } : day));
  expect(isWellAgain(facts(withGap), "2026-11-20")).toBe(false);
  expect(isWellAgain(facts(withGap), "2026-11-26")).toBe(true);
});

test("counts that vary by less than chance allows never make a fault", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 35, maxLength: 35 }), (noise) => {
      const days = fiveWeeks(() => 400).map((day, i) => ({
        ...day,
        rows: Math.round(400 + (noise[i] as number) * 20),
      }));
      expect(feedFault(facts(days))).toBeNull();
    }),
  );
});

test("the more rows a day has, the sooner it is an excess and the later it is short", () => {
  const order = ["short", "none", "excess"];
  const rank = (rows: number) =>
    order.indexOf(feedFault(facts(fiveWeeks((day) => (day >= "2026-11-26" ? rows : 100))))?.kind ?? "none");
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (a, b) => {
      expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
    }),
  );
});

test("a feed that rests at weekends may be behind on Mondays", () => {
  const mornings = Array.from({ length: 28 }, (_, i) => {
    const day = addDays(TODAY, i - 28);
    return { day, days: weekdayOf(day) === 1 ? 3 : 1 };
  });
  expect(usualLag(mornings, TODAY)).toBe(3);
  expect(usualLag(mornings, addDays(TODAY, 1))).toBe(1);
  expect(usualLag(mornings.slice(0, 6), TODAY)).toBeNull();
});
