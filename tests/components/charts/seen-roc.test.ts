import { expect, test } from "vitest";
import { seenRoc } from "@/components/validation/prepare-roc";
import { randomOf } from "@/db/demo/prng";
import { rocPoints } from "@/lib/core/validation/roc";

const { next } = randomOf(3);
const curveOf = (n: number) =>
  rocPoints(
    Array.from({ length: n }, next),
    Array.from({ length: n }, (_, i) => i % 4 === 0),
  ) ?? [];

test("a curve of a few hundred cases keeps every point, of many thousands those that can be told apart", () => {
  const few = curveOf(124);
  expect(seenRoc(few)).toEqual(few);
  const many = curveOf(10_000);
  const seen = seenRoc(many);
  expect(many).toHaveLength(10_001);
  expect(seen.length).toBeLessThan(402);
  expect([seen[0], seen.at(-1)]).toEqual([many[0], many.at(-1)]);
  for (const point of many) {
    const near = Math.min(
      ...seen.map((one) => Math.hypot(one.caught - point.caught, one.wronglyNamed - point.wronglyNamed)),
    );
    expect(near).toBeLessThan(0.0075);
  }
});
