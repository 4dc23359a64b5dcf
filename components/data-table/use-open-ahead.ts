"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { ActiveRow } from "./active-row";

const REST_MILLIS = 400;

/** Has the page of the row on which one rests at hand before it is opened: that one, not those of every row in sight. */
export function useOpenAhead(active: Pick<ActiveRow, "get" | "subscribe">, hrefAt: (index: number) => string | null) {
  const router = useRouter();
  const latest = useLatest(hrefAt);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const href = latest.current(active.get());
        if (href) router.prefetch(href);
      }, REST_MILLIS);
    };
    wait();
    const stop = active.subscribe(wait);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [active, router, latest]);
}
