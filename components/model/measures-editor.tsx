"use client";
import { useState } from "react";
import { weightWords } from "@/lib/core/model-draft/weight-words";
import { AddMeasure } from "./add-measure";
import { useDraftEdit } from "./draft-context";
import { MeasureRow } from "./measure-row";

/** The measures of a draft with the meter of their weights; one at a time is open. */
export function MeasuresEditor() {
  const { definition, refusal } = useDraftEdit();
  const [open, setOpen] = useState<string | null>(null);
  const weights = definition.measures.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <span aria-hidden className="block h-2 w-40 rounded-badge bg-muted">
          <span className="block h-2 rounded-badge bg-primary" style={{ width: `${Math.min(100, total)}%` }} />
        </span>
        <p role="status">Weights: {weightWords(weights)}</p>
      </div>
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
