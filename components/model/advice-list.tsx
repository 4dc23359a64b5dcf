"use client";
import { Lightbulb } from "lucide-react";
import { adviceOf } from "@/lib/core/model-draft/advice-of";
import { useDraftEdit } from "./draft-context";

/** What an experienced eye would say about the measures; it refuses nothing. */
export function AdviceList() {
  const { definition, facts } = useDraftEdit();
  const sound = definition.measures.every(({ weight }) => weight > 0);
  const advice = sound ? adviceOf(definition.measures, facts) : [];
  return (
    <section aria-label="Advice" className="rounded-card border bg-card p-3" aria-live="polite">
      <h2 className="mb-1 flex items-center gap-2 font-semibold">
        <Lightbulb aria-hidden className="size-4" /> Advice
      </h2>
      {advice.length === 0 ? (
        <p className="text-muted-foreground">
          {facts
            ? "Nothing to say: 5 to 8 measures, none too heavy, each with data that varies."
            : "Your values are being read …"}
        </p>
      ) : (
        <ul className="list-disc pl-4">
          {advice.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
