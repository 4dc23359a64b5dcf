"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/select";
import type { Model } from "@/lib/core/health/model";
import { definitionAt, definitionKeys, definitionTitle, withDefinition } from "@/lib/core/model-draft/definition-keys";
import { ONBOARDING_DEFINITION } from "@/lib/core/templates/onboarding";

interface Props {
  model: Model;
  current: string;
  /** Segments of the book, any of which may have a definition of its own. */
  segments: readonly string[];
  onChoose: (key: string) => void;
  onChange: (model: Model) => void;
  /** How many refusals a definition has. */
  countOf: (key: string) => number;
}

/** The definitions of a draft; a segment gets its own as a copy of the one for all, and loses it again. */
export function DefinitionTabs({ model, current, segments, onChoose, onChange, countOf }: Props) {
  const [added, setAdded] = useState("");
  const keys = definitionKeys(model);
  const free = [
    ...(keys.includes("onboarding") ? [] : [{ value: "onboarding", label: "Onboarding" }]),
    ...segments
      .filter((name) => !keys.includes(`segment:${name}`))
      .map((name) => ({ value: `segment:${name}`, label: name })),
  ];
  const add = () => {
    const copy = added === "onboarding" ? ONBOARDING_DEFINITION : model.definitions.default;
    onChange(withDefinition(model, added, copy));
    onChoose(added);
    setAdded("");
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="inline-flex max-w-full flex-wrap rounded-control border border-input bg-card p-0.5">
        <legend className="sr-only">Definition that is edited</legend>
        {keys.map((key) => (
          <label
            key={key}
            className={cx(
              "inline-flex h-6.5 cursor-pointer items-center gap-1 rounded-badge px-2 max-md:h-10 has-focus-visible:outline-2 has-focus-visible:outline-ring",
              key === current ? "bg-muted font-semibold" : "text-muted-foreground hover:text-foreground",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name="definition"
              checked={key === current}
              onChange={() => onChoose(key)}
            />
            {definitionTitle(key)}
            {countOf(key) > 0 && <span className="text-xs">({countOf(key)} to mend)</span>}
          </label>
        ))}
      </fieldset>
      {free.length > 0 && (
        <span className="flex items-center gap-1">
          <Select
            className="max-w-64"
            aria-label="A definition of its own for"
            options={[{ value: "", label: "A definition of its own for …" }, ...free]}
            value={added}
            onChange={({ target }) => setAdded(target.value)}
          />
          <Button disabled={!added} onClick={add}>
            Add
          </Button>
        </span>
      )}
      {current !== "default" && definitionAt(model, current) && (
        <Button
          onClick={() => {
            onChange(withDefinition(model, current, null));
            onChoose("default");
          }}
        >
          Remove the definition of {definitionTitle(current)}
        </Button>
      )}
    </div>
  );
}
