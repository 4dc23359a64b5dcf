import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarPart, explainChange } from "@/lib/core/health/explain";
import { Definition } from "@/lib/core/health/model";
import { shownInteger } from "@/lib/core/health/rounding";
import { encodeReadings, type Reading } from "@/lib/core/health/score";
import type { Card } from "@/lib/core/scorecard/overlay";
import { randomRequest } from "@/tests/core/reference/random-model";

const points = (key: string, more: object = {}) => ({
  key,
  weight: 1,
  scoring: { type: "linear", worst: 0, best: 100 },
  ...more,
});
const two = Definition.parse({ measures: [points("b"), points("a", { calendar: true })], coverageFloor: 0.5 });
const at = (readings: Record<string, Reading>, card: Card | null = null, definition = two) => ({
  definition,
  readings: encodeReadings(definition, readings),
  card,
});
const gone: Card = { answers: { champion: "missing", executive: "none", outcome: "missing" } };

test("data is switched measure by measure in key order, and the overlay takes what it does", () => {
  const change = explainChange(at({ a: 80, b: 90 }), at({ a: 70, b: 60 }, gone));
  expect(change?.parts.map(({ kind, key, part, shown }) => [kind, key, part, shown])).toEqual([
    ["data", "a", -5, -5],
    ["data", "b", -15, -15],
    ["overlay", null, -32.5, -33],
  ]);
  expect(change).toMatchObject({ change: -52.5, shownChange: -53 });
});

test("a measure that went missing comes before data, and what moves by calendar can be told apart", () => {
  const change = explainChange(at({ a: 80, b: 90 }), at({ a: 60, b: null }));
  expect(change?.parts.map(({ kind, key, part }) => [kind, key, part])).toEqual([
    ["missing", "b", -5],
    ["data", "a", -20],
  ]);
  expect(change && calendarPart(change, two)).toBe(-20);
});

test("measures that turn are switched in key order, each against those switched before it", () => {
  const three = Definition.parse({ measures: [points("c"), points("b"), points("a")], coverageFloor: 0 });
  const change = explainChange(
    at({ a: 90, b: 60, c: null }, null, three),
    at({ a: null, b: null, c: 30 }, null, three),
  );
  expect(change?.parts.map(({ kind, key, part }) => [kind, key, part])).toEqual([
    ["missing", "a", -15],
    ["back", "c", -30],
  ]);
});

test("the largest remainders make up what the floors of the parts fall short of", () => {
  const even = Definition.parse({ measures: [points("a"), points("b"), points("c"), points("d")] });
  const readings = (a: number, b: number, c: number, d: number) => at({ a, b, c, d }, null, even);
  const change = explainChange(readings(40, 40, 40, 40), readings(42.8, 40.8, 41.2, 39.2));
  expect(change).toMatchObject({ shownChange: 1 });
  expect(change?.parts.map(({ part, shown }) => [Math.round(part * 10) / 10, shown])).toEqual([
    [0.7, 1],
    [0.2, 0],
    [0.3, 0],
    [-0.2, 0],
  ]);
});

test("a new model version is one part", () => {
  const heavier = Definition.parse({ measures: [points("a", { weight: 3 }), points("b")] });
  const change = explainChange(at({ a: 80, b: 40 }), at({ a: 80, b: 40 }, null, heavier));
  expect(change?.parts).toEqual([{ kind: "model", key: null, part: 10, shown: 10 }]);
});

test("where either side has no band no change is explained", () => {
  expect(explainChange(at({}), at({ a: 50, b: 50 }))).toBeNull();
  expect(explainChange(at({ a: 50, b: 50 }), at({}))).toBeNull();
});

test("the same account on both dates has no parts", () => {
  expect(explainChange(at({ a: 50, b: 50 }, gone), at({ a: 50, b: 50 }, gone))).toEqual({
    change: 0,
    shownChange: 0,
    parts: [],
  });
});

test("parts sum to the change and shown parts to the difference of the shown numbers, for any two accounts and models", () => {
  let explained = 0;
  const side = (request: { model: unknown; readings: Record<string, Reading>; scorecard?: unknown }) => {
    const definition = Definition.parse(request.model);
    const card = request.scorecard ? ({ answers: request.scorecard } as Card) : null;
    return at(request.readings, card, definition);
  };
  fc.assert(
    fc.property(randomRequest(), randomRequest(), fc.boolean(), (then, now, sameModel) => {
      const moved = (reading: Reading) => (typeof reading === "number" ? -reading : reading);
      const shared = Object.fromEntries(
        Object.entries(then.readings).map(([key, reading], i) => [key, i % 3 === 2 ? null : moved(reading)]),
      );
      const after = sameModel ? { ...now, model: then.model, readings: shared } : now;
      const change = explainChange(side(then), side(after));
      if (!change) return;
      explained++;
      expect(Math.abs(change.parts.reduce((sum, { part }) => sum + part, 0) - change.change)).toBeLessThan(1e-9);
      expect(change.parts.reduce((sum, { shown }) => sum + shown, 0)).toBe(change.shownChange);
      for (const { part, shown } of change.parts) expect(Math.abs(part - shown)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
  expect(explained).toBeGreaterThan(50);
  expect(shownInteger(74.99)).toBe(74);
}, 240_000);
