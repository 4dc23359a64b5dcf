import fc from "fast-check";
import { expect, test } from "vitest";
import { Model } from "@/lib/core/health/model";
import { frameOf, framesOf } from "@/lib/core/what-if/frame";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { withoutDragged } from "@/lib/core/what-if/without-dragged";
import { randomBook } from "./random-book";

const KEYS = ["nps", "csat", "ces", "escalations"];

/** Over whole readings of 0–200 a linear function gives points that are halves: a frame loses nothing. */
const draft = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 }),
    missing: fc.array(fc.constantFrom("exclude", "neutral", "worst"), { minLength: 4, maxLength: 4 }),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 3 }),
    floor: fc.constantFrom(0, 0.5, 0.7, 1),
    policy: fc.constantFrom("qualitative_wins", "worst_of", "blend", "advisory"),
    weight: fc.constantFrom(0, 0.3, 0.5, 1),
    guardrails: fc.array(
      fc.record({
        key: fc.constantFrom(...KEYS),
        above: fc.integer({ min: 0, max: 200 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ weights, missing, cuts, floor, policy, weight, guardrails }) => {
    const sorted = [...cuts].sort((a, b) => b - a);
    const tones = ["green", "yellow", "yellow", "red"];
    return Model.parse({
      name: "Halves",
      definitions: {
        default: {
          measures: KEYS.map((key, i) => ({
            ...{ key, weight: weights[i], missing: missing[i] },
            scoring: { type: "linear", worst: 0, best: 200 },
          })),
          bands: [...sorted, 0].map((from, i, all) => ({
            ...{ key: `b${i}`, from: from / 10, tone: i === all.length - 1 ? "red" : tones[i] },
          })),
          guardrails: guardrails.map(({ key, above }) => ({
            ...{ when: [{ measure: key, above }], healthAtLeast: `b${sorted.length - 1}` },
          })),
          coverageFloor: floor,
          overlay: { policy, weight },
        },
      },
    });
  });

test("a frame bands every account as the exact kernel does, where points are halves and none stands on an edge", () => {
  fc.assert(
    fc.property(draft, draft, fc.integer(), (first, second, seed) => {
      const book = randomBook(first, 200, seed);
      for (const column of book.readings.values())
        for (let i = 0; i < 200; i++) column[i] = Math.round(column[i] as number);
      const dragged = { ...first.definitions.default };
      dragged.measures = dragged.measures.map((measure, i) => ({
        ...{ ...measure, weight: second.definitions.default.measures[i]?.weight as number },
      }));
      const model = { ...first, definitions: { default: dragged } };
      const prepared = prepareBook(book, layoutOf(model));
      const exact = rescore(prepared, model, book.n);
      const frame = frameOf(framesOf(prepared, withoutDragged(first), exact.score), model);
      const edges = exact.compiled[0]?.bands.from ?? [];
      for (let i = 0; i < book.n; i++) {
        const [score, health] = [exact.score[i] as number, exact.health[i] as number];
        const isNear = edges.some((edge) => Math.abs(score - edge) < 1e-3 || Math.abs(health - edge) < 1e-3);
        if (!isNear) expect(`${i}: ${frame.band[i]}`).toBe(`${i}: ${exact.band[i]}`);
      }
    }),
    { numRuns: 60 },
  );
});

test("what a frame takes over from those before it loses no digit, whatever was dragged in between", () => {
  const weight = fc.oneof(fc.integer({ min: 1, max: 6000 }), fc.double({ min: 0.1, max: 60, noNaN: true }));
  const step = fc.record({
    ...{ measure: fc.integer({ min: 0, max: 3 }), weight: weight.map((w) => (Number.isInteger(w) ? w / 100 : w)) },
    cut: fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }),
  });
  fc.assert(
    fc.property(draft, fc.array(step, { minLength: 2, maxLength: 8 }), fc.integer(), (first, steps, seed) => {
      const book = randomBook(first, 120, seed);
      const prepared = prepareBook(book, layoutOf(first));
      const { score } = rescore(prepared, first, book.n);
      const fresh = () => framesOf(prepared, withoutDragged(first), score);
      const frames = fresh();
      const own = structuredClone(first.definitions.default);
      for (const { measure, weight: moved, cut } of steps) {
        Object.assign(own.measures[measure] ?? {}, { weight: moved });
        if (cut !== null && own.bands.length === 2) Object.assign(own.bands[0] ?? {}, { from: cut / 10 });
        const model = { ...first, definitions: { default: structuredClone(own) } };
        const anew = fresh();
        expect(frameOf(frames, model).band).toEqual(frameOf(anew, model).band);
        expect(frames.last[0]?.sums.sums).toEqual(anew.last[0]?.sums.sums);
      }
    }),
    { numRuns: 60 },
  );
});
