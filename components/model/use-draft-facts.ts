"use client";
import { useEffect, useState } from "react";
import type { Model } from "@/lib/core/health/model";
import type { ReadFacts } from "@/lib/core/model-draft/advice-of";
import { definitionAt } from "@/lib/core/model-draft/definition-keys";
import { paths } from "@/lib/paths";

/** How the readings of a definition of the saved draft lie; read anew where what is read has changed, never for a weight. */
export function useDraftFacts(id: number, saved: Model, definition: string): ReadFacts | null {
  const [facts, setFacts] = useState<{ definition: string; facts: ReadFacts } | null>(null);
  const measures = definitionAt(saved, definition)?.measures ?? [];
  const asked = JSON.stringify(
    measures.map(({ key, window, freshness, conditions, scoring }) => [
      ...[key, window, freshness, conditions],
      scoring.type === "levels" ? scoring : null,
    ]),
  );
  useEffect(() => {
    const controller = new AbortController();
    // What is asked stands in the address only so that another question is another address.
    fetch(paths.draftFacts({ id, definition, asked: hashOf(asked) }), { signal: controller.signal })
      .then(async (response) => {
        if (response.ok) setFacts({ definition, facts: (await response.json()) as ReadFacts });
      })
      .catch(() => null);
    return () => controller.abort();
  }, [id, definition, asked]);
  return facts?.definition === definition ? facts.facts : null;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash;
}
