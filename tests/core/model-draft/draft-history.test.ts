import { expect, it } from "vitest";
import { MEASURES, measureOf } from "@/lib/core/measures/catalogue";
import { changed, historyOf, redone, undone } from "@/lib/core/model-draft/draft-history";
import { withBand, withoutBand } from "@/lib/core/model-draft/edit-bands";
import { addedMeasure, withWatched } from "@/lib/core/model-draft/edit-definition";
import { scoringAs, scoringFor } from "@/lib/core/model-draft/edit-scoring";
import { spreadOf } from "@/lib/core/model-draft/histogram";
import { refusalsOf } from "@/lib/core/model-draft/refusals-of";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";

const named = (name: string) => ({ ...DEFAULT_MODEL, name });

it("steps are taken back and done again; a drag is one step; what is done anew leaves nothing to do again", () => {
  const dragged = ["b", "bc", "bcd"].reduce(
    (history, name) => changed(history, named(name), "name"),
    historyOf(named("a")),
  );
  expect(dragged.past).toHaveLength(1);
  const both = changed(dragged, named("e"));
  expect(undone(both).present.name).toBe("bcd");
  expect(undone(undone(both)).present.name).toBe("a");
  expect(undone(undone(undone(both))).present.name).toBe("a");
  expect(redone(undone(both)).present.name).toBe("e");
  expect(redone(both)).toBe(both);
  expect(changed(undone(both), named("f")).future).toEqual([]);
  expect(changed(undone(both), named("f"), "name").past).toHaveLength(2);
});

it("every measure of the catalogue can be added to a model and published", () => {
  const definition = { ...DEFAULT_MODEL.definitions.default, measures: [], watched: [], guardrails: [] };
  for (const key of Object.keys(MEASURES)) {
    const model = {
      ...DEFAULT_MODEL,
      definitions: { default: { ...definition, measures: [addedMeasure(definition, key)] } },
    };
    expect(refusalsOf(model), key).toEqual({});
  }
  const made = addedMeasure(DEFAULT_MODEL.definitions.default, "level_1");
  const { default: all } = DEFAULT_MODEL.definitions;
  expect(
    refusalsOf({ ...DEFAULT_MODEL, definitions: { default: { ...all, measures: [...all.measures, made] } } }),
  ).toEqual({});
});

it("a function is fitted between the 10th and the 90th percentile in the better direction", () => {
  const spread = spreadOf(Float64Array.from({ length: 101 }, (_, i) => i));
  expect(scoringFor(measureOf("licence_utilisation"), spread)).toEqual({ type: "linear", worst: 10, best: 90 });
  expect(scoringFor(measureOf("severity_load"), spread)).toEqual({ type: "linear", worst: 90, best: 10 });
  expect(scoringAs({ type: "linear", worst: 90, best: 10 }, "steps")).toEqual({
    type: "steps",
    steps: [
      { from: 10, points: 100 },
      { from: 90, points: 0 },
    ],
  });
});

it("a guardrail's readings are watched as long as it asks for them and no measure gives them", () => {
  const { default: definition } = DEFAULT_MODEL.definitions;
  expect(withWatched(definition)).toBe(definition);
  expect(withWatched({ ...definition, guardrails: definition.guardrails.slice(1) }).watched).toEqual([
    "tickets_opened",
  ]);
  const without = { ...definition, measures: definition.measures.filter(({ key }) => key !== "severity_load") };
  expect(withWatched(without).watched).toEqual(["volume_trend", "tickets_opened", "severity_load"]);
});

it("bands stay in order from 100 down to 0 as they are added and removed", () => {
  let bands = [...DEFAULT_MODEL.definitions.default.bands];
  for (let n = 4; n <= 6; n++) {
    bands = withBand(bands);
    expect(bands).toHaveLength(n);
    const { default: definition } = DEFAULT_MODEL.definitions;
    expect(refusalsOf({ ...DEFAULT_MODEL, definitions: { default: { ...definition, bands } } })).toEqual({});
  }
  expect(withoutBand(bands, 5).at(-1)?.from).toBe(0);
});
