"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Guardrail } from "@/lib/core/health/model";
import { guardrailText } from "@/lib/core/model-draft/guardrail-words";
import { ConditionFields } from "./condition-fields";
import { useDraftEdit } from "./draft-context";

const SIDES = [
  { value: "healthAtMost", label: "health is at most" },
  { value: "healthAtLeast", label: "health is at least" },
];

/** Rules that hold health at most or at least to a band; said in words, refused by name. */
export function GuardrailsEditor() {
  const { definition, change, refusal } = useDraftEdit();
  const { guardrails, bands } = definition;
  const write = (next: Guardrail[], tag?: string) => change({ ...definition, guardrails: next }, tag);
  const middle = bands[Math.floor(bands.length / 2)]?.key ?? "";
  return (
    <div className="flex flex-col items-start gap-4">
      {guardrails.length === 0 && (
        <p className="text-muted-foreground">No guardrails: health follows score and scorecard alone.</p>
      )}
      {guardrails.map((guardrail, i) => {
        const path = `guardrails.${i}`;
        const side = guardrail.healthAtMost === undefined ? "healthAtLeast" : "healthAtMost";
        const set = (next: Guardrail, tag?: string) =>
          write(
            guardrails.map((old, at) => (at === i ? next : old)),
            tag,
          );
        const held = (at: string, band: string): Guardrail => {
          const { healthAtMost: _, healthAtLeast: __, ...rest } = guardrail;
          return { ...rest, [at]: band };
        };
        const wrong = refusal(path) ?? refusal(`${path}.when`) ?? refusal(`${path}.${side}`);
        return (
          <fieldset key={`guardrail ${String(i)}`} className="flex w-full flex-col gap-2 border-l-2 pl-3">
            <legend className="float-left mb-1 w-full">
              <span className="font-medium">{guardrail.name ?? `Guardrail ${i + 1}`}: </span>
              {guardrailText(guardrail, definition)}.
            </legend>
            <ConditionFields
              name={`Guardrail ${i + 1}`}
              definition={definition}
              when={guardrail.when}
              onChange={(when) => set({ ...guardrail, when }, `guardrail ${i} when`)}
              refusal={(at) => refusal(`${path}.when.${at}`)}
            />
            <div className="flex flex-wrap items-center gap-2">
              <span className="w-8 text-muted-foreground">then</span>
              <Select
                className="max-w-44"
                aria-label={`Guardrail ${i + 1}: side`}
                options={SIDES}
                value={side}
                onChange={({ target }) => set(held(target.value, guardrail[side] ?? middle))}
              />
              <Select
                className="max-w-36"
                aria-label={`Guardrail ${i + 1}: band`}
                options={bands.map(({ key, name }) => ({ value: key, label: name ?? key }))}
                value={guardrail[side] ?? ""}
                onChange={({ target }) => set(held(side, target.value))}
              />
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Remove guardrail ${i + 1}`}
                onClick={() => write(guardrails.toSpliced(i, 1))}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </div>
            {wrong && (
              <p role="alert" className="font-medium">
                {wrong}
              </p>
            )}
          </fieldset>
        );
      })}
      <Button
        size="sm"
        onClick={() => write([...guardrails, { when: [{ measure: "escalations", atLeast: 1 }], healthAtMost: middle }])}
      >
        <Plus aria-hidden className="size-3.5" /> Add a guardrail
      </Button>
    </div>
  );
}
