"use client";
import { useEffect, useMemo } from "react";
import { Card } from "@/components/ui/card";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import type { Model } from "@/lib/core/health/model";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import { type Banded, effectsOn } from "@/lib/core/what-if/effect";
import { paths } from "@/lib/paths";
import { effectWords } from "./effect-words";
import { useBookNames } from "./use-book-names";
import { type Tried, useTried } from "./use-tried";
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
  const { whole, isReading, failure } = useTried(paths.runColumns(runId), model, null, isDragging);
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
        <Effects
          whole={whole}
          isDragging={isDragging}
          isStale={isReading || failure !== null}
          nameOf={nameOf}
          onWords={onWords}
        />
      )}
      {whole && (
        <div className="mt-4 flex flex-col gap-4 border-t pt-4">
          <WhatIfAccuracy model={model} runId={runId} version={version} />
          <WhatIfCapacity tried={whole} runId={runId} isDragging={isDragging} />
        </div>
      )}
      <WhatIfChanges published={published} model={model} version={version} definition={definition} />
    </Card>
  );
}

interface EffectsProps {
  whole: Tried;
  isDragging: boolean;
  isStale: boolean;
  nameOf: ReturnType<typeof useBookNames>;
  onWords: Props["onWords"];
}

function Effects({ whole, isDragging, isStale, nameOf, onWords }: EffectsProps) {
  const { book, banded, health } = whole;
  const before = useMemo((): Banded => {
    const compiled = [...namedDefinitions(book.about.model).values()].map(compileDefinition);
    const { definition, band } = book.published as NonNullable<typeof book.published>;
    return { compiled, definition, band };
  }, [book]);
  const effectOf = useMemo(() => effectsOn(book, before), [book, before]);
  const effect = useMemo(() => effectOf(banded), [effectOf, banded]);
  const said = effectWords(effect, book.about.currency);
  const words = health ? said : `≈ ${said}`;
  useEffect(() => onWords?.(words), [onWords, words]);
  return (
    <div className={isStale ? "flex flex-col gap-4 opacity-60" : "flex flex-col gap-4"} aria-busy={isStale}>
      <p className="sr-only" aria-live="polite">
        {isDragging ? "" : words}
      </p>
      <WhatIfBands bands={effect.bands} currency={book.about.currency} words={words} />
      <WhatIfMoves effect={effect} before={book.published} after={health} book={book} nameOf={nameOf} />
      <WhatIfSlices effect={effect} about={book.about} />
    </div>
  );
}
