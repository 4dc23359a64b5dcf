import { expect, it } from "vitest";
import { definitionAt, definitionKeys, withDefinition } from "@/lib/core/model-draft/definition-keys";
import { DraftModel } from "@/lib/core/model-draft/draft-model";
import { modelDiff } from "@/lib/core/model-draft/model-diff";
import { refusalsOf } from "@/lib/core/model-draft/refusals-of";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { TEMPLATES, templateOf } from "@/lib/core/templates/templates";

const at = <T>(list: readonly T[], i: number) => list[i] as T;
const changed = (change: (model: typeof DEFAULT_MODEL) => void) => {
  const model = structuredClone(DEFAULT_MODEL);
  change(model);
  return model;
};

it("a model differs from itself in nothing, and every template is a sound draft that could be published", () => {
  for (const { model } of TEMPLATES) {
    expect(modelDiff(model, model)).toEqual([]);
    expect(DraftModel.parse(model)).toEqual(model);
    expect(refusalsOf(model, PLAYBOOKS)).toEqual({});
  }
});

it("what changed is said part by part, in words with numbers", () => {
  const after = changed(({ definitions: { default: all, onboarding } }) => {
    all.measures[0] = { ...at(all.measures, 0), weight: 30, window: 60 };
    all.measures.splice(4, 1);
    all.measures.push({
      key: "nps",
      weight: 12.5,
      missing: "exclude",
      scoring: { type: "linear", worst: -20, best: 50 },
    });
    all.bands[0] = { ...at(all.bands, 0), from: 80 };
    all.guardrails.pop();
    all.overlay.weight = 0.3;
    if (onboarding) onboarding.coverageFloor = 0.5;
  });
  expect(modelDiff(DEFAULT_MODEL, after)).toEqual([
    {
      title: "All accounts",
      lines: [
        "Licence utilisation: weight 20 → 30",
        "Licence utilisation: window 28 days → 60 days",
        "NPS added, weight 12.5",
        "On-time payment removed (weight 10)",
        "bands: Green green from 80, Yellow yellow from 50, Red red from 0 (was: Green green from 75, Yellow yellow from 50, Red red from 0)",
        "guardrail removed: Tickets opened below 1 and Active-user trend at most −20%: health is at most Yellow",
        expect.stringContaining("overlay: People win: health lies in the band of the scorecard; λ 0.3"),
      ],
    },
    { title: "Onboarding", lines: ["coverage floor 70% → 50%"] },
  ]);
});

it("a segment's own definition is added and removed", () => {
  const own = withDefinition(DEFAULT_MODEL, "segment:SMB", DEFAULT_MODEL.definitions.default);
  expect(definitionKeys(own)).toEqual(["default", "onboarding", "segment:SMB"]);
  expect(definitionAt(own, "segment:SMB")).toBe(DEFAULT_MODEL.definitions.default);
  expect(modelDiff(DEFAULT_MODEL, own)).toEqual([{ title: "SMB", lines: ["has a definition of its own: 6 measures"] }]);
  expect(withDefinition(own, "segment:SMB", null)).toEqual(DEFAULT_MODEL);
  expect(modelDiff(DEFAULT_MODEL, withDefinition(DEFAULT_MODEL, "onboarding", null))).toEqual([
    { title: "Onboarding", lines: ["is scored like everybody else"] },
  ]);
});

it("what keeps a draft from being published stands at its field, in words", () => {
  const draft = changed(({ definitions: { default: all } }) => {
    at(all.measures, 0).weight = 0;
    at(all.measures, 1).scoring = { type: "linear", worst: 5, best: 5 };
    at(all.bands, 1).from = 90;
    at(all.guardrails, 0).healthAtMost = "orange";
  });
  expect(DraftModel.safeParse(draft).success).toBe(true);
  expect(refusalsOf(draft)).toMatchObject({
    "definitions.default.measures.0.weight": "a weight is a number above 0",
    "definitions.default.measures.1.scoring.best": "linear needs worst and best to differ: both are 5",
    "definitions.default.bands.1.from": "bands must be ordered from best to worst: yellow begins at 90",
  });
});

it("an unfair guardrail, an unknown measure and a band without a playbook are refused by name", () => {
  const unfair = changed(({ definitions: { default: all } }) => {
    all.guardrails = [{ when: [{ measure: "licence_utilisation", above: 60 }], healthAtMost: "yellow" }];
  });
  expect(Object.values(refusalsOf(unfair))).toEqual(["guardrail: a better reading would lower health under it"]);
  const unknown = changed(({ definitions: { default: all } }) => {
    all.measures[0] = { ...at(all.measures, 0), key: "vibes" };
  });
  expect(refusalsOf(unknown)["definitions.default.measures"]).toBe('measureOf knows no measure "vibes"');
  const bare = changed(({ definitions: { default: all } }) => {
    all.bands[0] = { key: "green", from: 75, tone: "green", name: "Green", playbook: "nothing" };
  });
  expect(refusalsOf(bare, PLAYBOOKS)["definitions.default.bands.0.playbook"]).toContain("Green");
  expect(refusalsOf(templateOf("five_component").model, PLAYBOOKS)).toEqual({});
});
