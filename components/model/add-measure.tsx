"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/input";
import { MEASURES } from "@/lib/core/measures/catalogue";
import { addedMeasure, freeKey } from "@/lib/core/model-draft/edit-definition";
import { measureName } from "@/lib/core/model-draft/measure-name";
import { countText } from "@/lib/format";
import { useDraftEdit } from "./draft-context";

const AGGREGATES = ["last", "mean", "sum", "trend"] as const;
const MADE = "made";

/** The whole catalogue, what your own data holds, and levels made of other measures. */
export function AddMeasure({ onAdded }: { onAdded: (key: string) => void }) {
  const { definition, change, custom } = useDraftEdit();
  const [chosen, setChosen] = useState("");
  const taken = new Set(definition.measures.map(({ key }) => key));
  const families = [...new Set(Object.values(MEASURES).map(({ family }) => family))];
  const own = [
    ...custom.metrics.flatMap((key) => AGGREGATES.map((aggregate) => `metric:${key}:${aggregate}`)),
    ...custom.attributes.map(({ key }) => `attribute:${key}`),
  ];
  const add = () => {
    const key = chosen === MADE ? freeKey([...taken]) : chosen;
    const attribute = custom.attributes.find((found) => `attribute:${found.key}` === key);
    const measure = addedMeasure(definition, key, attribute?.levels ?? undefined);
    change({ ...definition, measures: [...definition.measures, measure] });
    setChosen("");
    onAdded(key);
  };
  const option = (key: string) => {
    const held = custom.attributes.find((found) => `attribute:${found.key}` === key);
    return (
      <option key={key} value={key} disabled={taken.has(key)}>
        {measureName({ key })}
        {held ? ` · ${countText(held.accounts)} accounts` : ""}
        {taken.has(key) ? " (in the model)" : ""}
      </option>
    );
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <label className="flex min-w-0 flex-col gap-1 font-medium">
        Add a measure
        <select
          className={`${controlClass} max-w-80 font-normal`}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">Choose from the catalogue</option>
          {families.map((family) => (
            <optgroup key={family} label={family}>
              {Object.values(MEASURES)
                .filter((measure) => measure.family === family)
                .map(({ key }) => option(key))}
            </optgroup>
          ))}
          {own.length > 0 && <optgroup label="your own data">{own.map(option)}</optgroup>}
          <optgroup label="levels">
            <option value={MADE}>A level made of other measures</option>
          </optgroup>
        </select>
      </label>
      <Button disabled={!chosen} onClick={add}>
        Add
      </Button>
      {custom.tooMany.length > 0 && (
        <p className="text-muted-foreground text-xs">
          Not offered: {custom.tooMany.join(", ")}. Attributes of more than 12 different texts cannot be scored by text.
        </p>
      )}
    </div>
  );
}
