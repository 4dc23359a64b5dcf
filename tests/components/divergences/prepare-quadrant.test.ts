import { expect, test } from "vitest";
import { placeDots, type QuadrantDot, quadrantFinding } from "@/components/divergences/prepare-quadrant";

const EDGES = [75, 50];
const dot = (accountId: number, score: number, people: number, arrCents: number, accounts = 1): QuadrantDot => ({
  ...{ accountId, slug: `a-${accountId}`, name: `Account ${accountId}`, score, people, arrCents, accounts, tone: 3 },
});
const namesOf = (dots: readonly QuadrantDot[]) => placeDots(dots, EDGES).flatMap(({ label }) => label ?? []);

test("those that the finding counts are named before larger ones, eight at most", () => {
  const healthy = Array.from({ length: 12 }, (_, i) => dot(i + 1, 75 + (i % 2) * 24, 44 + i * 4, 1_000_000 + i));
  const blind = dot(90, 92, 15, 5);
  const misread = dot(91, 46, 85, 3);
  const names = namesOf([...healthy, misread, blind]);
  expect(names).toHaveLength(8);
  expect(names).toEqual(expect.arrayContaining(["Account 90", "Account 91"]));
  expect(quadrantFinding([dot(1, 90, 90, 9), misread, blind], EDGES)).toBe(
    "Of 3 accounts, 1 looks green while people see trouble; 1 looks red while people vouch for it",
  );
});

test("no name stands where another does: of neighbours the larger is named", () => {
  expect(namesOf([dot(1, 80, 80, 10), dot(2, 85, 82, 20), dot(3, 20, 20, 1)])).toEqual(["Account 2", "Account 3"]);
});

test("equal answers are moved apart by at most 3 points, the same each time, and none leaves the frame", () => {
  const dots = Array.from({ length: 50 }, (_, i) => dot(i + 1, 100, i % 2 ? 100 : 50, 1));
  const placed = placeDots(dots, EDGES);
  expect(placeDots(dots, EDGES)).toEqual(placed);
  for (const { people, x, y } of placed) {
    expect(x).toBe(100);
    expect(y).toBeLessThanOrEqual(100);
    expect(Math.abs(y - people)).toBeLessThanOrEqual(3);
  }
  expect(new Set(placed.map(({ y }) => y)).size).toBeGreaterThan(20);
});

test("cells of many stand where they are and carry their count", () => {
  const placed = placeDots([dot(1, 40, 60, 0, 12), dot(2, 90, 90, 0, 3)], EDGES);
  expect(placed.map(({ y, label }) => [y, label])).toEqual([
    [60, "12"],
    [90, "3"],
  ]);
});
