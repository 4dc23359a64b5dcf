"use client";
import { useEffect, useMemo } from "react";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import { bandedBy } from "@/lib/core/what-if/banded-by";
import type { Published } from "@/lib/core/what-if/book-columns";
import { type Banded, effectsOn } from "@/lib/core/what-if/effect";
import { effectWords } from "./effect-words";
import type { NameOf } from "./use-book-names";
import type { Tried, View } from "./use-tried";
import { WhatIfBands } from "./what-if-bands";
import { WhatIfMoves } from "./what-if-moves";
import { WhatIfSlices } from "./what-if-slices";

interface Props {
  whole: Tried;
  view: View;
  isDragging: boolean;
  isStale: boolean;
  nameOf: NameOf;
  onWords: ((words: string) => void) | undefined;
}

/** The distribution, who moves and whose they are; what becomes of the book is said aloud once a handle is let go. */
export function WhatIfEffects({ whole, view, isDragging, isStale, nameOf, onWords }: Props) {
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
