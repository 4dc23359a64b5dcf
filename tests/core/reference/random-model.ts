import fc from "fast-check";
import type { Band, Guardrail, Measure, Policy, Request, Scoring, Tone } from "./reference";

type Condition = Guardrail["when"][number];

const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const rising = (min: number, max: number, most: number) =>
  fc.uniqueArray(tenths(min, max), { minLength: 1, maxLength: most }).map((xs) => xs.sort((a, b) => a - b));

const linear: fc.Arbitrary<Scoring> = fc
  .tuple(tenths(-100, 100), tenths(-100, 100))
  .filter(([worst, best]) => worst !== best)
  .map(([worst, best]) => ({ type: "linear", worst, best }));
const curve: fc.Arbitrary<Scoring> = rising(-100, 100, 5).chain((xs) =>
  fc
    .array(tenths(0, 100), { minLength: xs.length, maxLength: xs.length })
    .map((ys) => ({ type: "curve", points: xs.map((x, i) => [x, ys[i] as number]) })),
);
const maxOf = (values: number[]) =>
  fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }).map((more) => {
    const largest = Math.max(...values);
    return more === undefined ? {} : { max: largest + more };
  });
const worthy = (values: number[]) => Math.max(...values) > 0;
const steps: fc.Arbitrary<Scoring> = rising(-100, 100, 5).chain((xs) =>
  fc
    .array(fc.integer({ min: -10, max: 20 }), { minLength: xs.length, maxLength: xs.length })
    .filter(worthy)
    .chain((ys) =>
      maxOf(ys).map((max) => ({
        type: "steps" as const,
        steps: xs.map((from, i) => ({ from, points: ys[i] as number })),
        ...max,
      })),
    ),
);
const NAMES = ["high", "medium", "low", "declining"];
const levels: fc.Arbitrary<Scoring> = fc
  .array(fc.integer({ min: -10, max: 10 }), { minLength: 1, maxLength: 4 })
  .filter(worthy)
  .chain((values) =>
    maxOf(values).map((max) => ({
      type: "levels" as const,
      levels: Object.fromEntries(values.map((value, i) => [NAMES[i] as string, value])),
      ...max,
    })),
  );

const measuresOf = (scoring: fc.Arbitrary<Scoring>): fc.Arbitrary<Measure[]> =>
  fc.uniqueArray(
    fc.record({
      key: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
      weight: fc.oneof(tenths(1, 100), fc.integer({ min: 1, max: 50 })),
      scoring,
      missing: fc.constantFrom("exclude", "exclude", "neutral", "worst"),
    }),
    { selector: (measure) => measure.key, minLength: 1, maxLength: 7 },
  );

const TONES: Record<number, Tone[][]> = {
  2: [["green", "red"]],
  3: [
    ["green", "yellow", "red"],
    ["green", "green", "red"],
    ["green", "red", "red"],
  ],
  4: [
    ["green", "yellow", "yellow", "red"],
    ["green", "green", "yellow", "red"],
    ["green", "yellow", "red", "red"],
  ],
};
const bands: fc.Arbitrary<Band[]> = fc
  .uniqueArray(tenths(1, 100), { minLength: 1, maxLength: 3 })
  .map((cuts) => [...cuts.sort((a, b) => b - a), 0])
  .chain((cuts) =>
    fc
      .constantFrom(...(TONES[cuts.length] as Tone[][]))
      .map((tones) => cuts.map((from, i) => ({ key: `band_${i}`, from, tone: tones[i] as Tone }))),
  );

function readingFor(scoring: Scoring): fc.Arbitrary<number | string | null> {
  const known: fc.Arbitrary<number | string> =
    scoring.type === "levels"
      ? fc.constantFrom(...Object.keys(scoring.levels))
      : fc.oneof(tenths(-120, 120), fc.double({ min: -120, max: 120, noNaN: true }));
  return fc.option(known, { nil: null, freq: 4 });
}

function guardrailFor(measures: Measure[], list: Band[]): fc.Arbitrary<Guardrail> {
  const bound = (key: string): fc.Arbitrary<Condition> =>
    fc
      .tuple(tenths(-100, 100), fc.boolean())
      .map(([at, below]) => (below ? { measure: key, below: at } : { measure: key, above: at }));
  const level = (key: string, names: string[]): fc.Arbitrary<Condition> =>
    fc.constantFrom(...names).map((name) => ({ measure: key, level: name }));
  const condition = fc
    .constantFrom(...measures)
    .chain(({ key, scoring }) => (scoring.type === "levels" ? level(key, Object.keys(scoring.levels)) : bound(key)));
  const keys = list.map((band) => band.key);
  return fc
    .tuple(fc.array(condition, { minLength: 1, maxLength: 2 }), fc.constantFrom(...keys), fc.boolean())
    .map(([when, key, atMost]): Guardrail => (atMost ? { when, healthAtMost: key } : { when, healthAtLeast: key }));
}

const overlay = fc.record({
  policy: fc.constantFrom<Policy>("qualitative_wins", "qualitative_wins", "worst_of", "blend", "advisory"),
  weight: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.8, 1),
  weights: fc.record({ champion: tenths(1, 60), executive: tenths(1, 60), outcome: tenths(1, 60) }),
  divergenceMinGap: fc.constantFrom(0, 5, 15, 40),
});
export const scorecard = fc.record({
  champion: fc.constantFrom("active", "at_risk", "missing"),
  executive: fc.constantFrom("active", "lapsed", "none", "n/a"),
  outcome: fc.constantFrom("defensible", "in_development", "missing"),
});

/** Any model with guardrails or without, one account's readings, and perhaps a scorecard. */
export const randomRequest = (scoring: fc.Arbitrary<Scoring> = fc.oneof(linear, curve, steps, levels)) =>
  fc.tuple(measuresOf(scoring), bands).chain(([measures, list]) =>
    fc.record({
      model: fc.record({
        measures: fc.constant(measures),
        bands: fc.constant(list),
        coverageFloor: fc.constantFrom(0, 0.5, 0.7, 1),
        guardrails: fc.array(guardrailFor(measures, list), { maxLength: 3 }),
        overlay,
      }),
      readings: fc.record(Object.fromEntries(measures.map(({ key, scoring: s }) => [key, readingFor(s)]))),
      scorecard: fc.option(scorecard, { nil: null, freq: 5 }),
    }),
  ) as fc.Arbitrary<Request & { model: Required<Request["model"]> }>;
