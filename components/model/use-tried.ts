"use client";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Model } from "@/lib/core/health/model";
import { bandedBy } from "@/lib/core/what-if/banded-by";
import type { BookColumns } from "@/lib/core/what-if/book-columns";
import type { Banded } from "@/lib/core/what-if/effect";
import { frameOf, framesOf } from "@/lib/core/what-if/frame";
import { type Layout, layoutOf, type PreparedBook, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { withoutCards, withoutDragged, withoutGuardrails } from "@/lib/core/what-if/without-dragged";
import { fetchBook, fetchLacking } from "./what-if-columns";

/** What is looked at: health, or the score that the measures give before scorecards and guardrails. */
export type View = "health" | "score";

/** A book banded by a draft; `values` is null of a frame, whose bands come from points in halves. */
export type Tried = {
  book: BookColumns;
  prepared: PreparedBook;
  model: Model;
  banded: Banded;
  values: Float64Array | null;
};

/** Up to so many accounts everybody is rescored exactly in a frame; above, what a handle drags is answered from points in halves
 * until it is let go. */
const EXACT_UP_TO = 10_000;

type Asked = { days?: 60 | 90 | null; isDragging?: boolean; view: View };
type Loaded = { book: BookColumns | null; failure: string | null };

/** The columns at an address and every reading that a draft asks for, scored anew whenever the draft changes. `days` are those
 * before a decision, null for the accounts of the run. */
export function useTried(address: string, model: Model, { days = null, isDragging = false, view }: Asked) {
  const [{ book, failure }, setLoaded] = useState<Loaded>({ book: null, failure: null });
  const tried = useDeferredValue(model);
  const { layoutText, refusal } = useMemo(() => layoutTextOf(tried), [tried]);

  useEffect(() => {
    return settle(fetchBook(address), null, setLoaded);
  }, [address]);

  const prepared = useMemo(
    () => (book && layoutText ? prepareBook(book, JSON.parse(layoutText) as Layout) : null),
    [book, layoutText],
  );

  useEffect(() => {
    if (!book || !prepared || prepared.lacking.length === 0) return;
    return settle(fetchLacking(address, book, prepared.lacking, days), book, setLoaded);
  }, [address, book, prepared, days]);

  const isReading = prepared !== null && prepared.lacking.length > 0;
  const inFrames = isDragging && (book?.n ?? 0) > EXACT_UP_TO;
  const bareText = useMemo(() => (inFrames ? JSON.stringify(withoutDragged(tried)) : null), [inFrames, tried]);
  const frames = useMemo(() => {
    if (!bareText || !book?.published || !prepared || isReading) return null;
    const bare = JSON.parse(bareText) as Model;
    if (view === "health") return framesOf(prepared, bare, book.published.score);
    return framesOf(withoutCards(prepared), withoutGuardrails(bare), book.published.score);
  }, [bareText, book, prepared, isReading, view]);
  const whole = useMemo<Tried | null>(() => {
    if (!book || !prepared || isReading || !layoutText) return null;
    const known = { book, prepared, model: tried };
    if (frames) {
      const seen = view === "health" ? tried : withoutGuardrails(tried);
      return { ...known, banded: frameOf(frames, seen), values: null };
    }
    const rescored = rescore(prepared, tried, book.n);
    return { ...known, banded: bandedBy(rescored, view), values: rescored[view] };
  }, [book, prepared, isReading, layoutText, tried, frames, view]);
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
