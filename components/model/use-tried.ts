"use client";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Model } from "@/lib/core/health/model";
import type { BookColumns } from "@/lib/core/what-if/book-columns";
import type { Banded } from "@/lib/core/what-if/effect";
import { frameOf, framesOf } from "@/lib/core/what-if/frame";
import { type Layout, layoutOf, type PreparedBook, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { withoutDragged } from "@/lib/core/what-if/without-dragged";
import { fetchBook, fetchLacking } from "./what-if-columns";

/** A book banded by a draft; `health` is null of a frame, whose bands come from points in halves. */
export type Tried = {
  book: BookColumns;
  prepared: PreparedBook;
  model: Model;
  banded: Banded;
  health: Float64Array | null;
};

/** Up to so many accounts everybody is rescored exactly in a frame; above, what a handle drags is answered from points in halves
 * until it is let go. */
const EXACT_UP_TO = 10_000;

type Loaded = { book: BookColumns | null; failure: string | null };

/** The columns at an address and every reading that a draft asks for, scored anew whenever the draft changes. `days` are those
 * before a decision, null for the accounts of the run; nothing is asked for while the address is null. */
export function useTried(address: string | null, model: Model, days: 60 | 90 | null, isDragging = false) {
  const [{ book, failure }, setLoaded] = useState<Loaded>({ book: null, failure: null });
  const tried = useDeferredValue(model);
  const { layoutText, refusal } = useMemo(() => layoutTextOf(tried), [tried]);

  useEffect(() => {
    if (address === null) return;
    return settle(fetchBook(address), null, setLoaded);
  }, [address]);

  const prepared = useMemo(
    () => (book && layoutText ? prepareBook(book, JSON.parse(layoutText) as Layout) : null),
    [book, layoutText],
  );

  useEffect(() => {
    if (!book || !prepared || prepared.lacking.length === 0) return;
    return settle(fetchLacking(book, prepared.lacking, days), book, setLoaded);
  }, [book, prepared, days]);

  const isReading = prepared !== null && prepared.lacking.length > 0;
  const inFrames = isDragging && (book?.n ?? 0) > EXACT_UP_TO;
  const bareText = useMemo(() => (inFrames ? JSON.stringify(withoutDragged(tried)) : null), [inFrames, tried]);
  const frames = useMemo(() => {
    if (!bareText || !book?.published || !prepared || isReading) return null;
    return framesOf(prepared, JSON.parse(bareText) as Model, book.published.score);
  }, [bareText, book, prepared, isReading]);
  const whole = useMemo<Tried | null>(() => {
    if (!book || !prepared || isReading || !layoutText) return null;
    if (frames) return { ...{ book, prepared, model: tried, health: null }, banded: { ...frameOf(frames, tried) } };
    const banded = rescore(prepared, tried, book.n);
    return { ...{ book, prepared, model: tried, banded }, health: banded.health };
  }, [book, prepared, isReading, layoutText, tried, frames]);
  return { whole, isReading: isReading && failure === null, failure: failure ?? refusal };
}

/** Sets what a promise gives, or why it does not, unless nobody waits for it any more. */
function settle(promise: Promise<BookColumns>, instead: BookColumns | null, set: (loaded: Loaded) => void): () => void {
  let isGone = false;
  promise.then(
    (book) => !isGone && set({ book, failure: null }),
    (error: Error) => !isGone && set({ book: instead, failure: error.message }),
  );
  return () => {
    isGone = true;
  };
}

function layoutTextOf(model: Model): { layoutText: string | null; refusal: string | null } {
  try {
    return { layoutText: JSON.stringify(layoutOf(model)), refusal: null };
  } catch (error) {
    return {
      layoutText: null,
      refusal: error instanceof RangeError ? `${error.message}.` : "This draft cannot be read.",
    };
  }
}
