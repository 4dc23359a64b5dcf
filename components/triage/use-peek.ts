"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { knownPeek, loadPeek, type PeekData } from "./load-peek";

interface Peeked {
  data: PeekData | null;
  /** Of now, and not of an earlier look in this tab. */
  isFresh: boolean;
  hasFailed: boolean;
  retry: () => void;
}

/** What an account's row does not know: what this tab has of it at once, then as it stands now. */
export function usePeek(slug: string): Peeked {
  const [answer, setAnswer] = useState<{ slug: string; data: PeekData | null } | null>(null);
  const controller = useRef<AbortController>(null);
  const ask = useCallback(() => {
    controller.current?.abort();
    controller.current = new AbortController();
    const { signal } = controller.current;
    loadPeek(slug, signal)
      .then((data) => setAnswer({ slug, data }))
      .catch(() => {
        if (!signal.aborted) setAnswer({ slug, data: null });
      });
  }, [slug]);
  useEffect(() => {
    ask();
    return () => controller.current?.abort();
  }, [ask]);
  const own = answer?.slug === slug ? answer : null;
  return {
    data: own?.data ?? knownPeek(slug),
    isFresh: Boolean(own?.data),
    hasFailed: own?.data === null,
    retry: () => {
      setAnswer(null);
      ask();
    },
  };
}
