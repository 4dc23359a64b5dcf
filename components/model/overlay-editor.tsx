"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Overlay } from "@/lib/core/health/model";
import { POLICY_WORDS } from "@/lib/core/model-draft/guardrail-words";
import { useDraftEdit } from "./draft-context";
import { NumberInput } from "./number-input";
import { Slider } from "./slider";

const POLICIES = (Object.keys(POLICY_WORDS) as Overlay["policy"][]).map((value) => ({
  value,
  label: POLICY_WORDS[value],
}));
const QUESTIONS = [
  ["champion", "Champion"],
  ["executive", "Executive"],
  ["outcome", "Outcome"],
] as const;

/** How the scorecard changes the score, when the two disagree, and how much data a band asks for. */
export function OverlayEditor() {
  const { definition, change, refusal } = useDraftEdit();
  const { overlay } = definition;
  const set = (part: Partial<Overlay>, tag?: string) =>
    change({ ...definition, overlay: { ...overlay, ...part } }, tag && `overlay ${tag}`);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="What the scorecard does" className="sm:col-span-2">
        {(control) => (
          <Select
            {...control}
            className="max-w-md"
            options={POLICIES}
            value={overlay.policy}
            onChange={({ target }) => set({ policy: target.value as Overlay["policy"] })}
          />
        )}
      </Field>
      <Field
        label="Overlay weight λ"
        hint={`Health = ${Math.round((1 - overlay.weight) * 100)}% measured + ${Math.round(overlay.weight * 100)}% people, before the bands.`}
      >
        {({ id }) => (
          <span className="flex items-center gap-2">
            <NumberInput
              id={id}
              className="w-20"
              min={0}
              max={1}
              step={0.05}
              value={overlay.weight}
              error={refusal("overlay.weight")}
              onChange={(weight) => set({ weight }, "weight")}
            />
            <Slider
              label="Overlay weight λ"
              className="w-40"
              min={0}
              max={1}
              step={0.05}
              value={overlay.weight}
              onChange={(weight) => set({ weight }, "weight")}
            />
          </span>
        )}
      </Field>
      <Field label="A disagreement begins at, points" hint="Between the measured score and the people's.">
        {({ id }) => (
          <NumberInput
            id={id}
            className="w-24"
            min={0}
            max={100}
            step={1}
            value={overlay.divergenceMinGap}
            error={refusal("overlay.divergenceMinGap")}
            onChange={(divergenceMinGap) => set({ divergenceMinGap }, "gap")}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">Weights of the three answers</legend>
        <div className="flex flex-wrap gap-3">
          {QUESTIONS.map(([key, name]) => (
            <span key={key} className="flex flex-col">
              <span className="text-xs">{name}</span>
              <NumberInput
                className="w-20"
                label={`Weight of the answer ${name}`}
                min={0}
                step={1}
                value={overlay.weights[key]}
                error={refusal(`overlay.weights.${key}`)}
                onChange={(weight) => set({ weights: { ...overlay.weights, [key]: weight } }, key)}
              />
            </span>
          ))}
        </div>
      </fieldset>
      <Field
        label="Coverage floor, %"
        hint="Below this share of the weight with fresh data an account has no band: insufficient data."
      >
        {({ id }) => (
          <NumberInput
            id={id}
            className="w-24"
            min={0}
            max={100}
            step={5}
            value={Math.round(definition.coverageFloor * 1000) / 10}
            error={refusal("coverageFloor")}
            onChange={(percent) => change({ ...definition, coverageFloor: percent / 100 }, "coverage floor")}
          />
        )}
      </Field>
    </div>
  );
}
