import { expect, test } from "vitest";
import { Definition } from "@/lib/core/health/model";
import { encodeReadings } from "@/lib/core/health/score";
import { isCalendarFall } from "@/lib/core/portfolio/calendar-fall";

const linear = { type: "linear", worst: 0, best: 100 } as const;
const definition = Definition.parse({
  measures: [
    { key: "usage", weight: 50, scoring: linear },
    { key: "renewal", weight: 50, scoring: linear, calendar: true },
  ],
});
const at = (usage: number, renewal: number) => ({
  definition,
  readings: encodeReadings(definition, { usage, renewal }),
  card: null,
  health: (usage + renewal) / 2,
});

test("a green that fell because its renewal came near, and nothing else, fell by the calendar", () => {
  expect(isCalendarFall(at(80, 90), at(80, 0))).toBe(true);
});

test("one that would have fallen anyway, or fell by its data alone, did not", () => {
  expect(isCalendarFall(at(80, 90), at(40, 0))).toBe(false);
  expect(isCalendarFall(at(80, 90), at(40, 90))).toBe(false);
});

test("a date that helped hides no fall", () => {
  expect(isCalendarFall(at(80, 70), at(20, 90))).toBe(false);
});
