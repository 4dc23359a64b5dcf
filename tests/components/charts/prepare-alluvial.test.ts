import fc from "fast-check";
import { expect, test } from "vitest";
import { prepareAlluvial } from "@/components/charts/prepare-alluvial";

const BOX = { left: 0, top: 0, right: 500, bottom: 240 };
const flow = (from: number, to: number, accounts: number, cents = accounts * 100, rescored = false) => ({
  ...{ from, to, rescored, accounts, fromArrCents: from < 0 ? 0 : cents, toArrCents: to < 0 ? 0 : cents },
});

test("places hold the head-counts and ARR of their day, with the change since", () => {
  const { nodes } = prepareAlluvial(
    [[flow(3, 3, 100), flow(3, 2, 15), flow(2, 3, 6), flow(3, -1, 3)]],
    "accounts",
    BOX,
  );
  const of = (stage: number, place: number) => nodes.find((node) => node.stage === stage && node.place === place);
  expect(of(0, 3)).toMatchObject({ accounts: 118, arrCents: 11_800, change: null });
  expect(of(1, 3)).toMatchObject({ accounts: 106, arrCents: 10_600, change: -12 });
  expect(of(1, 2)).toMatchObject({ accounts: 15, change: 9 });
  expect(of(1, -1)).toMatchObject({ accounts: 3, arrCents: 300, change: null });
});

test("down, up, stayed, and what is no customer's move are told apart", () => {
  const flows = [flow(3, 2, 5), flow(1, 2, 4), flow(2, 2, 9), flow(-1, 3, 2), flow(3, 1, 1, 100, true), flow(0, 3, 2)];
  const { links } = prepareAlluvial([flows], "accounts", BOX);
  const kinds = links.map(({ from, to, kind }) => `${from}.${to} ${kind}`);
  expect(kinds.toSorted()).toEqual(
    ["-1.3 apart", "0.3 apart", "1.2 up", "2.2 stayed", "3.1 apart", "3.2 down"].toSorted(),
  );
});

test("a flow without an account is dropped, one of nothing's worth keeps a line", () => {
  const { links } = prepareAlluvial([[flow(3, 3, 9), flow(3, 2, 0), flow(2, 2, 2, 0)]], "arr", BOX);
  expect(links.map(({ from, to }) => [from, to])).toEqual([
    [3, 3],
    [2, 2],
  ]);
  expect(links[1]?.width).toBe(1.5);
});

test("an empty book draws nothing", () => {
  expect(prepareAlluvial([[]], "accounts", BOX)).toEqual({ nodes: [], links: [] });
});

test("whatever accounts do, each is in one link of every step, and places lie in the box in their order", () => {
  const place = fc.constantFrom(3, 2, 1, 0, -1, -2);
  const paths = fc.array(fc.tuple(fc.array(place, { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 500 })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(paths, fc.integer({ min: 1, max: 3 }), (accounts, length) => {
      const steps = Array.from({ length }, (_, stage) => {
        const sums = new Map<string, number>();
        for (const [places, n] of accounts) {
          const key = `${places[stage]} ${places[stage + 1]}`;
          if (key !== "-1 -1") sums.set(key, (sums.get(key) ?? 0) + n);
        }
        return [...sums].map(([key, n]) => {
          const [from = 0, to = 0] = key.split(" ").map(Number);
          return flow(from, to, n);
        });
      });
      const { nodes, links } = prepareAlluvial(steps, "accounts", BOX);
      const isWhole = Array.from({ length: length + 1 }, (_, stage) => accounts.some(([at]) => (at[stage] ?? -1) >= 0));
      if (isWhole.includes(false)) {
        expect(links).toEqual([]);
        return;
      }
      for (const [stage, moves] of steps.entries()) {
        const sum = (some: readonly { accounts: number }[]) => some.reduce((total, { accounts: n }) => total + n, 0);
        const counted = moves.filter(({ from, to }) => from >= 0 || to >= 0);
        expect(sum(links.filter((link) => link.stage === stage))).toBe(sum(counted));
        for (const link of links.filter((other) => other.stage === stage)) expect(link.path).toMatch(/^M[-.\d,C ]+$/);
      }
      for (const [stage] of isWhole.entries()) {
        const own = nodes.filter((node) => node.stage === stage);
        expect(own.map(({ y }) => y)).toEqual(own.map(({ y }) => y).toSorted((a, b) => a - b));
        const held = own.filter((node) => node.place >= 0).reduce((total, { accounts: n }) => total + n, 0);
        const there = accounts.filter(([at]) => (at[stage] ?? -1) >= 0);
        expect(held).toBe(there.reduce((total, [, n]) => total + n, 0));
      }
    }),
  );
});
