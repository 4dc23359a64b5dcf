"use client";
import { useEffect, useMemo, useState } from "react";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import type { Model } from "@/lib/core/health/model";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import { bandedBy } from "@/lib/core/what-if/banded-by";
import type { Published } from "@/lib/core/what-if/book-columns";
import { type Banded, effectsOn } from "@/lib/core/what-if/effect";
import { paths } from "@/lib/paths";
import { effectWords } from "./effect-words";
import { useBookNames } from "./use-book-names";
import { type Tried, useTried, type View } from "./use-tried";
import { WhatIfAccuracy } from "./what-if-accuracy";
import { WhatIfBands } from "./what-if-bands";
import { WhatIfCapacity } from "./what-if-capacity";
import { WhatIfChanges } from "./what-if-changes";
import { WhatIfMoves } from "./what-if-moves";
import { WhatIfSlices } from "./what-if-slices";

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
        <Effects
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

interface EffectsProps {
  whole: Tried;
  view: View;
  isDragging: boolean;
  isStale: boolean;
  nameOf: ReturnType<typeof useBookNames>;
  onWords: Props["onWords"];
}

function Effects({ whole, view, isDragging, isStale, nameOf, onWords }: EffectsProps) {
  const { book, banded, values } = whole;
  const before = useMemo((): Banded => {
    const compiled = [...namedDefinitions(book.about.model).values()].map(compileDefinition);
    return bandedBy({ compiled, ...(book.published as Published) }, view);
  }, [book, view]);
  const effectOf = useMemo(() => effectsOn(book, before), [book, before]);
  const effect = useMemo(() => effectOf(banded), [effectOf, banded]);
  const said = `${view === "score" ? "By the measures alone: " : ""}${effectWords(effect, book.about.currency)}`;
  const words = values ? said : `≈ ${said}`;
  useEffect(() => onWords?.(words), [onWords, words]);
  return (
    <div className={isStale ? "flex flex-col gap-4 opacity-60" : "flex flex-col gap-4"} aria-busy={isStale}>
      <p className="sr-only" aria-live="polite">
        {isDragging ? "" : words}
      </p>
      <WhatIfBands bands={effect.bands} currency={book.about.currency} words={words} />
      <WhatIfMoves effect={effect} before={book.published?.[view] ?? null} after={values} book={book} nameOf={nameOf} />
      {view === "health" && effect.moves.length === 0 && (
        <p className="text-muted-foreground">
          Scorecards in force hold their accounts in the people band. “Measures alone” shows what the draft does to the
          score beneath.
        </p>
      )}
      <WhatIfSlices effect={effect} about={book.about} />
    </div>
  );
}
