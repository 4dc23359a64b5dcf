"use client";
import { type PointerEvent, useEffect, useRef } from "react";
import type { ActiveRow } from "@/components/data-table/active-row";
import { isAskedFor, loadPeek } from "./load-peek";

const REST_MS = 150;

/** Has at hand what the peek will be asked for: of the row on which one rests and of those beside it, one after the other. What
 * is returned takes the row under the pointer first. */
export function usePeekAhead(active: Pick<ActiveRow, "get" | "subscribe">, slugAt: (index: number) => string) {
  const rest = useRef((_under?: number) => {});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let controller = new AbortController();
    const stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    rest.current = (under = active.get()) => {
      stop();
      controller = new AbortController();
      const { signal } = controller;
      timer = setTimeout(async () => {
        const at = active.get();
        // What fails here is asked for again, and told, when the peek opens.
        for (const slug of [under, at, at + 1, at - 1].map(slugAt))
          if (slug && !isAskedFor(slug) && !signal.aborted) await loadPeek(slug, signal).catch(() => {});
      }, REST_MS);
    };
    rest.current();
    const leave = active.subscribe(() => rest.current());
    return () => {
      leave();
      stop();
    };
  }, [active, slugAt]);
  return ({ target, pointerType }: PointerEvent) => {
    const row = target instanceof Element ? target.closest("tr[id^='row-']") : null;
    if (row && pointerType === "mouse") rest.current(Number(row.id.slice("row-".length)));
  };
}
