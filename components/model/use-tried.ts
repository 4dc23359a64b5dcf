"use client";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Model } from "@/lib/core/health/model";
import type { BookColumns } from "@/lib/core/what-if/book-columns";
import {
  type Layout,
  layoutOf,
  type PreparedBook,
  prepareBook,
  type Rescored,
  rescore,
} from "@/lib/core/what-if/rescore";
import { fetchBook, fetchLacking } from "./what-if-columns";

/** A book scored by a draft. */
export type Tried = { book: BookColumns; prepared: PreparedBook; model: Model; rescored: Rescored };

type Loaded = { book: BookColumns | null; failure: string | null };

/** The columns at an address and every reading that a draft asks for, scored anew whenever the draft changes. `days` are those
 * before a decision, null for the accounts of the run; nothing is asked for while the address is null. */
export function useTried(address: string | null, model: Model, days: 60 | 90 | null) {
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
  const whole = useMemo<Tried | null>(() => {
    if (!book || !prepared || isReading || !layoutText) return null;
    return { book, prepared, model: tried, rescored: rescore(prepared, tried, book.n) };
  }, [book, prepared, isReading, layoutText, tried]);
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
