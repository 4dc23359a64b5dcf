"use client";
import { useState } from "react";
import { AddMeasure } from "./add-measure";
import { useDraftEdit } from "./draft-context";
import { MeasureRow } from "./measure-row";
import { WeightMeter } from "./weight-meter";

/** The measures of a draft with the meter of their weights; one at a time is open. */
export function MeasuresEditor() {
  const { definition, refusal } = useDraftEdit();
  const [open, setOpen] = useState<string | null>(null);
  const weights = definition.measures.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (
    <div className="flex flex-col gap-3">
      <WeightMeter weights={weights} />
      {refusal("measures") && (
        <p role="alert" className="font-medium">
          {refusal("measures")}
        </p>
      )}
      <ul className="border-t">
        {definition.measures.map((measure, at) => (
          <MeasureRow
            key={measure.key}
            measure={measure}
            at={at}
            total={total}
            isOpen={open === measure.key}
            onToggle={() => setOpen(open === measure.key ? null : measure.key)}
          />
        ))}
      </ul>
      <AddMeasure onAdded={setOpen} />
    </div>
  );
}
