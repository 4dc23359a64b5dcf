import { expect, test } from "vitest";
import { flowFinding, nodeLabel } from "@/components/portfolio/prepare-flows";

const held = { stage: 1, place: 3, accounts: 113, arrCents: 410_000_000, change: -8, next: 113 };

test("a place is said with its head-count and the change since, or with its ARR", () => {
  expect(nodeLabel(held, "accounts", "USD")).toBe("Green 113 (−8)");
  expect(nodeLabel({ ...held, change: 0 }, "accounts", "USD")).toBe("Green 113 (±0)");
  expect(nodeLabel(held, "arr", "USD")).toBe("Green $4.1M");
});

test("outside the book between two steps are those who left by then and those who join from then", () => {
  const out = { ...held, place: -1, change: null };
  expect(nodeLabel({ ...out, accounts: 2, next: 0 }, "accounts", "USD")).toBe("Left 2");
  expect(nodeLabel({ ...out, accounts: 0, next: 1 }, "accounts", "USD")).toBe("Joined 1");
  expect(nodeLabel({ ...out, accounts: 2, next: 1 }, "arr", "USD")).toBe("Left 2 · Joined 1");
  expect(nodeLabel({ ...out, stage: 0, accounts: 5, next: 5 }, "accounts", "USD")).toBe("Joined 5");
});

test("what a new model scored is said apart, neither moved nor stayed", () => {
  const move = (from: number, to: number, rescored: boolean) => {
    const amounts = { fromArrCents: 100_000, toArrCents: 100_000, fromWithoutRate: 0, toWithoutRate: 0 };
    return { from, to, rescored, accounts: 3, ...amounts };
  };
  const apart = "A new model re-scored 3 accounts: how they moved is not known.";
  expect(flowFinding([move(3, 2, true)], "USD")).toBe(apart);
  expect(flowFinding([move(3, 3, false), move(3, 2, true)], "USD")).toBe(
    `Nobody moved; 3 accounts stayed in their band. ${apart}`,
  );
  expect(flowFinding([move(3, 2, false), move(3, 3, false)], "USD")).toBe(
    "3 accounts ($1k) moved down, 0 up; 3 stayed.",
  );
});
