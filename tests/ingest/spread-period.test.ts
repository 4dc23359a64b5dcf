import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/core/calendar";
import { shareOf, spanOf, spreadPeriod } from "@/lib/ingest/spread-period";

const weekly = { every: "week", periodIs: "end" } as const;
const spread = (cells: Record<string, string>, period: Parameters<typeof spreadPeriod>[1] = weekly) => [
  ...spreadPeriod({ line: 2, cells }, period),
];

describe("figures of a period", () => {
  it("are shared out evenly where they add up, repeated where they are levels, and say of how many days they are", () => {
    const rows = spread({
      account_id: "A",
      day: "2026-03-08",
      active_users: "12",
      events: "10",
      logins: "",
      session_minutes: "7",
    });
    expect(rows.map(({ cells }) => cells.day)).toEqual(Array.from({ length: 7 }, (_, n) => addDays("2026-03-02", n)));
    expect(rows.map(({ cells }) => Number(cells.events))).toEqual([1, 1, 2, 1, 2, 1, 2]);
    expect(new Set(rows.map(({ cells }) => `${cells.active_users} ${cells.session_minutes} ${cells.logins}`))).toEqual(
      new Set(["12 1 "]),
    );
    expect(new Set(rows.map(({ cells, line }) => `${cells.spread_days} ${line}`))).toEqual(new Set(["7 2"]));
  });

  it("keep their sum, in parts that differ by one at most, for any number and length", () => {
    for (let trial = 0; trial < 5_000; trial += 1) {
      const total = Math.floor(Math.abs(Math.sin(trial + 1)) * 10 ** (trial % 16));
      const days = 1 + (trial % 31);
      const parts = Array.from({ length: days }, (_, index) => shareOf(total, days, index));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      expect(parts.every(Number.isSafeInteger)).toBe(true);
    }
  });

  it("that are no whole number are refused by column; a day that is none is left to be refused", () => {
    expect(spread({ day: "2026-03-08", events: "1.5" })).toMatchObject([{ refused: { column: "events" } }]);
    expect(spread({ day: "soon", events: "1" })).toEqual([{ line: 2, cells: { day: "soon", events: "1" } }]);
  });
});

describe("the days of a period", () => {
  it.each([
    ["2026-03-02", { every: "week", periodIs: "start" }, "2026-03-02", "2026-03-08"],
    ["2026-03-08", { every: "week", periodIs: "end" }, "2026-03-02", "2026-03-08"],
    ["2026-02-01", { every: "month", periodIs: "start" }, "2026-02-01", "2026-02-28"],
    ["2028-02", { every: "month", periodIs: "end" }, "2028-02-01", "2028-02-29"],
    ["2026-02-28", { every: "month", periodIs: "end" }, "2026-02-01", "2026-02-28"],
    ["2026-03-15", { every: "month", periodIs: "start" }, "2026-03-15", "2026-04-14"],
    ["2026-04-14", { every: "month", periodIs: "end" }, "2026-03-15", "2026-04-14"],
  ] as const)("%s by %o is %s to %s", (day, period, first, last) => {
    expect(spanOf(day, period)).toEqual({ first, last });
  });

  it("of twelve months on end cover the year without a gap or a day twice", () => {
    let next = "2027-01-01";
    for (let month = 1; month <= 12; month += 1) {
      const span = spanOf(next, { every: "month", periodIs: "start" });
      expect(span?.first).toBe(next);
      next = addDays(span?.last ?? "", 1);
    }
    expect(daysBetween("2027-01-01", next)).toBe(365);
  });
});
