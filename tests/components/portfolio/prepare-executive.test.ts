import { expect, test } from "vitest";
import { executiveFinding, executiveMonths, executivePanels } from "@/components/portfolio/prepare-executive";

const tones = (red: number, green: number, none: number) => [
  { tone: 1, accounts: red, arrCents: red * 1000_00 },
  { tone: 3, accounts: green, arrCents: green * 1000_00 },
  { tone: 0, accounts: none, arrCents: none * 1000_00 },
];
const MONTHS = [
  { asked: "2026-09-30", day: null, tones: [] },
  { asked: "2026-10-31", day: "2026-10-31", tones: tones(20, 60, 20) },
  { asked: "2026-11-30", day: "2026-11-30", tones: tones(30, 70, 10) },
];
const AVERAGES = [
  { day: "2026-10-31", average: 61.98, scored: 80 },
  { day: "2026-11-30", average: 59.2, scored: 100 },
];

test("green is a share of those with a score; a month without a scored day has none", () => {
  const months = executiveMonths(MONTHS, AVERAGES);
  expect(months.map(({ greenShare }) => greenShare)).toEqual([null, 0.75, 0.7]);
  expect(months.map(({ average }) => average)).toEqual([null, 61.98, 59.2]);
  expect(months[2]).toMatchObject({ month: "Nov 2026", accounts: 110, arrCents: 110_000_00 });
});

test("health stands beside customers and ARR in words, averages rounded down", () => {
  expect(executiveFinding(executiveMonths(MONTHS, AVERAGES), "USD")).toBe(
    "Average health 59.2, was 61.9 in Oct 2026; 110 customers, were 100; $110k ARR, was $100k.",
  );
  expect(executiveFinding(executiveMonths(MONTHS.slice(0, 1), []), "USD")).toBe("No scored day in the last 13 months.");
});

test("four lines within their panel, each point at its month", () => {
  const panels = executivePanels(executiveMonths(MONTHS, AVERAGES), "USD");
  expect(panels.map(({ title, first, last }) => [title, first, last])).toEqual([
    ["Average health", "61.9", "59.2"],
    ["Green of those with a score", "75%", "70%"],
    ["Customers", "100", "110"],
    ["ARR", "$100k", "$110k"],
  ]);
  for (const { points } of panels) {
    expect(points.map(({ x }) => x)).toEqual([0.5, 1]);
    for (const { y } of points) expect(y >= 0 && y <= 1).toBe(true);
  }
});

test("nothing scored draws nothing", () => {
  const panels = executivePanels(executiveMonths(MONTHS.slice(0, 1), []), "USD");
  expect(panels.map(({ points, last }) => [points.length, last])).toEqual(Array(4).fill([0, "—"]));
});
