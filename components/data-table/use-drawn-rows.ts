"use client";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useKeys } from "@/components/ui/use-keys";

/** Fill a screen of a desk; a taller one has its own drawn as soon as it is known. */
const AT_FIRST = 20;
/** Drawn beyond the active row, so that the next press finds its row there. */
const AHEAD = 10;
const MARGIN = 400;

/** How many rows of a list are drawn: as many as fill a screen, more as one scrolls or moves there, all to be printed or
 * searched by the browser. What is drawn stays. `rest` goes on what stands for the others, each of which is `rowHeight` high. */
export function useDrawnRows(count: number, active: number, rowHeight: number) {
  const [reached, setReached] = useState(AT_FIRST);
  const rest = useRef<HTMLTableRowElement>(null);
  const drawn = Math.min(count, Math.max(reached, active + AHEAD));
  useEffect(() => {
    if (!rest.current) return;
    const seen = ([entry]: IntersectionObserverEntry[]) => {
      if (!entry?.isIntersecting || !entry.rootBounds) return;
      setReached(drawn + Math.ceil((entry.rootBounds.bottom - entry.boundingClientRect.top) / rowHeight));
    };
    const observer = new IntersectionObserver(seen, { rootMargin: `${MARGIN}px 0px` });
    observer.observe(rest.current);
    return () => observer.disconnect();
  }, [drawn, rowHeight]);
  useKeys("mod+f", () => setReached(count), { enableOnFormTags: true });
  useEffect(() => {
    const drawAll = () => flushSync(() => setReached(count));
    window.addEventListener("beforeprint", drawAll);
    return () => window.removeEventListener("beforeprint", drawAll);
  }, [count]);
  return { drawn, rest };
}
