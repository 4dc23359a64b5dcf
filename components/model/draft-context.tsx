"use client";
import { createContext, useContext } from "react";
import type { Definition } from "@/lib/core/health/model";
import type { ReadFacts } from "@/lib/core/model-draft/advice-of";
import type { CustomMeasures } from "@/lib/core/model-draft/custom-measures";
import type { Playbook } from "@/lib/core/playbook/playbook";

/** The definition that is edited, and what an editor of a part of it needs. */
export type DraftEdit = {
  definition: Definition;
  /** Of which kind it is: "default", "onboarding", "segment:NAME". */
  definitionKey: string;
  /** Changes with the same tag in a row are one step to take back. */
  change: (next: Definition, tag?: string) => void;
  /** What is wrong with a field, by its path in the definition: "measures.0.weight". */
  refusal: (path: string) => string | undefined;
  facts: ReadFacts | null;
  custom: CustomMeasures;
  playbooks: readonly Playbook[];
  setDragging: (isDragging: boolean) => void;
};

const DraftContext = createContext<DraftEdit | null>(null);
export const DraftProvider = DraftContext;

export function useDraftEdit(): DraftEdit {
  const edit = useContext(DraftContext);
  if (!edit) throw new Error("useDraftEdit stands inside a DraftProvider");
  return edit;
}
