import { expect, test } from "vitest";
import { type PriorityFacts, priorityOf } from "@/lib/core/portfolio/triage";

const facts = (more: Partial<PriorityFacts> = {}): PriorityFacts => ({
  health: 60,
  people: null,
  arrCents: 100,
  medianArrCents: 100,
  daysToDecideBy: null,
  fellFreshly: false,
  clockBreached: false,
  hasNextStep: false,
  ...more,
});
const priority = (more: Partial<PriorityFacts> = {}) => priorityOf(facts(more)).priority;

test("priority is the points lost, by the lower of health and a card in force", () => {
  expect(priority()).toBe(40);
  expect(priority({ people: 15 })).toBe(85);
  expect(priority({ people: 90 })).toBe(40);
  expect(priority({ health: null, people: 15 })).toBe(85);
  expect(priority({ health: null })).toBe(50);
});

test("ARR counts by its root against the median, from a half to three times", () => {
  expect(priority({ arrCents: 400 })).toBe(80);
  expect(priority({ arrCents: 0 })).toBe(20);
  expect(priority({ arrCents: 100_000 })).toBe(120);
  expect(priority({ medianArrCents: 0 })).toBe(40);
});

test("urgency follows the days to decide-by; locked in is not urgent, passed undecided is", () => {
  expect([30, 31, 90, 91, 180, 181, -5, null].map((daysToDecideBy) => priority({ daysToDecideBy }) / 40)).toEqual([
    3, 2, 2, 1.5, 1.5, 1, 3, 1,
  ]);
});

test("a fresh fall and a breached clock raise it, a dated next step lowers it, and the factors multiply to it", () => {
  const all = priorityOf(facts({ fellFreshly: true, clockBreached: true, hasNextStep: true }));
  expect(all.priority).toBeCloseTo(40 * 1.5 * 1.3 * 0.3, 12);
  expect(all.factors.map((factor) => factor.value)).toEqual([40, 1, 1, 1.5, 1.3, 0.3]);
});
