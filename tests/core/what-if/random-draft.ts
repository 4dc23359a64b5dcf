import fc from "fast-check";
import { type Definition, Model } from "@/lib/core/health/model";
import { TEMPLATES } from "@/lib/core/templates/templates";

const definitions = TEMPLATES.flatMap(({ model }) =>
  Object.values({ default: model.definitions.default, ...model.definitions.segments }),
);

const MOST = 20;

/** A shipped definition with other weights, cut-offs, windows, missing rules, floor, overlay and scorecard weights. */
const definition: fc.Arbitrary<Definition> = fc
  .record({
    from: fc.constantFrom(...definitions),
    weights: fc.array(fc.double({ min: 0.1, max: 60, noNaN: true }), { minLength: MOST, maxLength: MOST }),
    missing: fc.array(fc.constantFrom("exclude", "neutral", "worst"), { minLength: MOST, maxLength: MOST }),
    windows: fc.array(fc.option(fc.integer({ min: 14, max: 120 }), { nil: undefined, freq: 2 }), {
      minLength: MOST,
      maxLength: MOST,
    }),
    shift: fc.integer({ min: -120, max: 80 }),
    floor: fc.constantFrom(0, 0.5, 0.7, 1),
    overlay: fc.record({
      policy: fc.constantFrom("qualitative_wins", "worst_of", "blend", "advisory"),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
      weights: fc.record({
        champion: fc.integer({ min: 1, max: 90 }),
        executive: fc.integer({ min: 1, max: 90 }),
        outcome: fc.double({ min: 1, max: 90, noNaN: true }),
      }),
      divergenceMinGap: fc.constantFrom(0, 15),
    }),
  })
  .map(({ from, weights, missing, windows, shift, floor, overlay }) => ({
    ...from,
    measures: from.measures.map((measure, i) => ({
      ...measure,
      weight: weights[i] as number,
      missing: missing[i] as "exclude",
      ...(windows[i] && !measure.conditions && { window: windows[i] }),
    })),
    bands: from.bands.map((band, i, all) =>
      i === all.length - 1
        ? band
        : { ...band, from: Math.round(band.from * 10 + shift) / 10, playbook: band.playbook ?? "red" },
    ),
    coverageFloor: floor,
    overlay: overlay as Definition["overlay"],
  }));

/** Any model that could be published: with a definition of its own for some segments and for onboarding, or without. */
export const randomDraft = (segments: readonly string[]): fc.Arbitrary<Model> =>
  fc
    .record({
      fallback: definition,
      onboarding: fc.option(definition, { nil: undefined }),
      segments: fc.dictionary(fc.constantFrom(...segments), definition, { maxKeys: 2 }),
    })
    .map(({ fallback, onboarding, segments: own }) => ({
      name: "Draft",
      definitions: {
        default: fallback,
        ...(onboarding && { onboarding }),
        ...(Object.keys(own).length && { segments: own }),
      },
    }))
    .filter((model) => Model.safeParse(model).success)
    .map((model) => Model.parse(model));
