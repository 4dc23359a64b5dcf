import { expect, test } from "vitest";
import { Definition, definitionFor, Model } from "@/lib/core/health/model";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";

const linear = { type: "linear", worst: 0, best: 10 };
const measure = (more: object = {}) => ({ key: "a", weight: 1, scoring: linear, ...more });
const refusal = (input: object) =>
  Definition.safeParse(input)
    .error?.issues.map((issue) => issue.message)
    .join("; ");
const scored = (scoring: object) => refusal({ measures: [measure({ scoring })] });
const banded = (...bands: [string, number, string?][]) =>
  refusal({
    measures: [measure()],
    bands: bands.map(([key, from, tone]) => (tone ? { key, from, tone } : { key, from })),
  });

test("a model of one measure has the product's defaults for all else", () => {
  const definition = Definition.parse({ measures: [measure()] });
  expect(definition).toMatchObject({
    coverageFloor: 0.7,
    guardrails: [],
    watched: [],
    overlay: {
      policy: "qualitative_wins",
      weight: 0.5,
      weights: { champion: 40, executive: 30, outcome: 30 },
      divergenceMinGap: 15,
    },
  });
  expect(definition.bands.map(({ key, from, tone, playbook }) => [key, from, tone, playbook])).toEqual([
    ["green", 75, "green", "green"],
    ["yellow", 50, "yellow", "yellow"],
    ["red", 0, "red", "red"],
  ]);
  expect(definition.measures[0]?.missing).toBe("exclude");
});

test("a tone left out is green for the first band, red for the last, yellow between", () => {
  const bands = [
    { key: "a", from: 90 },
    { key: "b", from: 70 },
    { key: "c", from: 50 },
    { key: "d", from: 0 },
  ];
  expect(Definition.parse({ measures: [measure()], bands }).bands.map((band) => band.tone)).toEqual([
    "green",
    "yellow",
    "yellow",
    "red",
  ]);
});

test("scoring functions that cannot be are refused by name", () => {
  expect(scored({ type: "linear", worst: 3, best: 3 })).toBe("linear needs worst and best to differ: both are 3");
  expect(
    scored({
      type: "curve",
      points: [
        [0, 1],
        [0, 2],
      ],
    }),
  ).toBe("curve repeats x = 0");
  expect(
    scored({
      type: "curve",
      points: [
        [1, 1],
        [0, 2],
      ],
    }),
  ).toBe("curve must be sorted by x: 0 follows 1");
  expect(scored({ type: "curve", points: [[0, 101]] })).toBe("curve has the value 101 above its maximum 100");
  expect(
    scored({
      type: "steps",
      steps: [
        { from: 2, points: 1 },
        { from: 1, points: 2 },
      ],
    }),
  ).toContain("sorted by x");
  expect(scored({ type: "steps", steps: [{ from: 0, points: 0 }] })).toContain("needs a maximum above 0");
  expect(scored({ type: "levels", levels: { low: -5 } })).toContain("needs a maximum above 0");
  expect(scored({ type: "levels", levels: { high: 10 }, max: 5 })).toBe("levels has the value 10 above its maximum 5");
  expect(scored({ type: "levels", levels: { high: 10 }, max: 0 })).toContain("needs a maximum above 0, not 0");
  expect(scored({ type: "levels", levels: {} })).toBe("levels needs at least one level");
  expect(
    scored({
      type: "steps",
      steps: [
        { from: -1e300, points: 1 },
        { from: 1, points: Number.POSITIVE_INFINITY },
      ],
    }),
  ).toBeDefined();
  expect(scored({ type: "levels", levels: { a: 1e-300, b: -1e300 } })).toBe("weights × points must stay finite");
  expect(scored({ type: "spline" })).toBeDefined();
});

test("bands that cannot be are refused by name", () => {
  expect(banded(["a", 50])).toContain("two to six bands");
  expect(banded(["a", 50], ["b", 60], ["c", 0])).toContain("ordered from best to worst");
  expect(banded(["a", 75.25], ["b", 0])).toContain("at most one decimal");
  expect(banded(["a", 75], ["b", 10])).toContain("the last band begins at 0");
  expect(banded(["a", 75], ["a", 0])).toContain("repeat the key a");
  expect(banded(["a", 75, "green"], ["b", 0, "yellow"])).toContain("at least one band has the tone red");
  expect(banded(["a", 75, "yellow"], ["b", 50, "green"], ["c", 0, "red"])).toContain(
    "better than that of the band above",
  );
});

test("weights, floors, overlays and windows out of range are refused", () => {
  expect(refusal({ measures: [measure({ weight: 0 })] })).toBeDefined();
  expect(refusal({ measures: [measure({ weight: Number.NaN })] })).toBeDefined();
  expect(refusal({ measures: [measure({ window: 7 })] })).toBeDefined();
  expect(refusal({ measures: [measure({ colour: "red" })] })).toContain("Unrecognized key");
  expect(refusal({ measures: [measure()], coverageFloor: 1.1 })).toBeDefined();
  expect(
    refusal({ measures: [measure()], overlay: { weights: { champion: 0, executive: 1, outcome: 1 } } }),
  ).toBeDefined();
  expect(refusal({ measures: Array.from({ length: 21 }, (_, i) => measure({ key: `m${i}` })) })).toContain("1 to 20");
  expect(refusal({ measures: [measure({ weight: 1e308 }), measure({ key: "b", weight: 1e308 })] })).toContain(
    "stay finite",
  );
});

test("conditions on unknown measures, levels and bands, and of the wrong kind, are refused", () => {
  const guarded = (condition: object, more: object = { healthAtMost: "yellow" }) =>
    refusal({ measures: [measure()], guardrails: [{ when: [condition], ...more }] });
  expect(guarded({ measure: "b", below: 1 })).toBe("guardrail: unknown measure b");
  expect(guarded({ measure: "a", level: "low" })).toContain("a is a number and has no level low");
  expect(guarded({ measure: "a", below: 1, above: 0 })).toContain("exactly one of");
  expect(guarded({ measure: "a", below: 1 }, { healthAtMost: "blue" })).toBe("guardrail: unknown band blue");
  expect(guarded({ measure: "a", below: 1 }, {})).toContain("exactly one of healthAtMost, healthAtLeast");
  const levelled = (conditions: object[]) =>
    refusal({ measures: [measure({ scoring: { type: "levels", levels: { high: 1 } }, conditions })] });
  expect(levelled([{ level: "mid", when: [] }])).toBe("a: unknown level mid");
  expect(levelled([{ level: "high", when: [{ measure: "a", level: "high" }] }])).toContain(
    "cannot ask for the level it makes",
  );
  expect(refusal({ measures: [measure({ conditions: [{ level: "high", when: [] }] })] })).toContain(
    "only a measure scored by levels",
  );
});

test("a model refuses a guardrail under which a better reading would lower health, a single score does not", () => {
  const rising = {
    measures: [measure()],
    guardrails: [{ when: [{ measure: "a", above: 5 }], healthAtMost: "yellow" }],
  };
  expect(Definition.safeParse(rising).success).toBe(true);
  const refused = Model.safeParse({ name: "m", definitions: { default: rising } });
  expect(refused.error?.issues[0]?.message).toBe("guardrail: a better reading would lower health under it");
});

test("onboarding accounts have their definition, a segment its own, the rest the default", () => {
  const model = { definitions: { default: "d", onboarding: "o", segments: { SMB: "s" } } };
  expect(definitionFor(model, "SMB", true)).toBe("o");
  expect(definitionFor(model, "SMB", false)).toBe("s");
  expect(definitionFor(model, "toString", false)).toBe("d");
  expect(definitionFor(model, null, false)).toBe("d");
  expect(definitionFor(DEFAULT_MODEL, null, false)).toBe(DEFAULT_MODEL.definitions.default);
});

test("a parsed model parses to itself", () => {
  expect(Model.parse(JSON.parse(JSON.stringify(DEFAULT_MODEL)))).toEqual(DEFAULT_MODEL);
});
