"use client";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import type { Model } from "@/lib/core/health/model";
import { paths } from "@/lib/paths";
import { useBookNames } from "./use-book-names";
import { useTried, type View } from "./use-tried";
import { WhatIfAccuracy } from "./what-if-accuracy";
import { WhatIfCapacity } from "./what-if-capacity";
import { WhatIfChanges } from "./what-if-changes";
import { WhatIfEffects } from "./what-if-effects";

interface Props {
  /** The draft as it stands in the editor. */
  model: Model;
  published: Model;
  version: number;
  runId: number;
  /** The definition that is being edited. */
  definition: string;
  /** A handle is held: nothing is announced until it is let go. */
  isDragging: boolean;
  /** Called with what becomes of the book in a sentence, whenever that changes. */
  onWords?: (words: string) => void;
}

/** What would become of every account if the draft were published: scored here by the functions that score a run. */
export function WhatIf({ model, published, version, runId, definition, isDragging, onWords }: Props) {
  const [view, setView] = useState<View>("health");
  const { whole, isReading, failure } = useTried(paths.runColumns(runId), model, { isDragging, view });
  const near = useTried(paths.runCases(runId, 60), model, { days: 60, view });
  const far = useTried(paths.runCases(runId, 90), model, { days: 90, view });
  const nameOf = useBookNames(runId);
  return (
    <Card title="If published" id="if-published" className="flex flex-col">
      {failure && (
        <p role="alert" className="mb-3 font-medium">
          {failure}
        </p>
      )}
      {!whole && !failure && (
        <p className="text-muted-foreground">
          {isReading ? "Reading what the draft asks for, for every account…" : "Loading the accounts of the last run…"}
        </p>
      )}
      {whole && (
        <div className="mb-3">
          <Segmented
            name="what-if-view"
            label="What is looked at"
            value={view}
            onChange={(chosen) => setView(chosen === "score" ? "score" : "health")}
            options={VIEWS}
          />
        </div>
      )}
      {whole && (
        <WhatIfEffects
          whole={whole}
          view={view}
          isDragging={isDragging}
          isStale={isReading || failure !== null}
          nameOf={nameOf}
          onWords={onWords}
        />
      )}
      {whole && (
        <div className="mt-4 flex flex-col gap-4 border-t pt-4">
          <WhatIfAccuracy near={near} far={far} view={view} version={version} />
          <WhatIfCapacity tried={whole} past={far.whole} view={view} isDragging={isDragging} />
        </div>
      )}
      <WhatIfChanges published={published} model={model} version={version} definition={definition} />
    </Card>
  );
}

const VIEWS = [
  { value: "health", label: "Health" },
  { value: "score", label: "Measures alone" },
] as const;
