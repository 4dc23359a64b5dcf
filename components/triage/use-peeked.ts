"use client";
import { useEffect, useRef } from "react";
import type { ActiveRow } from "@/components/data-table/active-row";
import { useAddress } from "@/components/ui/use-address";
import { useLatest } from "@/components/ui/use-latest";

/** How long the active row rests before an open peek follows it: a key held down passes rows by. */
const REST_MILLIS = 50;

/** Whose reasons stand open, in the address; empty where none do. */
export function usePeeked() {
  const [peek, setPeek] = useAddress("peek");
  return { peek: peek ?? "", setPeek };
}

/** Has an open peek follow the active row once it rests, at the latest with the next key or press: nothing is left to write when
 * that opens a page. */
export function usePeekFollows(
  active: Pick<ActiveRow, "get" | "subscribe">,
  slugAt: (index: number) => string,
  { peek, setPeek }: ReturnType<typeof usePeeked>,
): void {
  const open = useLatest(peek);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      const slug = slugAt(active.get());
      if (open.current && slug) setPeek(slug);
    };
    const wait = () => {
      clearTimeout(timer);
      shown.current = slugAt(active.get());
      timer = setTimeout(follow, REST_MILLIS);
    };
    const onKey = ({ repeat }: KeyboardEvent) => !repeat && follow();
    // Rows that come and go put another account where the active row stands.
    if (shown.current !== null && shown.current !== slugAt(active.get())) wait();
    shown.current = slugAt(active.get());
    const leave = active.subscribe(wait);
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("pointerdown", follow, true);
    return () => {
      leave();
      clearTimeout(timer);
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("pointerdown", follow, true);
    };
  }, [active, slugAt, setPeek, open]);
}
