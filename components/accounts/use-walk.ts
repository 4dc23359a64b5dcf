"use client";
import { useEffect, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";

/** The list that somebody came from, in its order. */
export interface Walk {
  name: string;
  href: string;
  slugs: readonly string[];
}

const KEY = "walk";
/** More are not walked one by one. */
const MOST = 2000;

/** Remembers a list when it is left, so that `[` and `]` go through it on the account's page. */
export function useLeavesWalk(name: string, slugs: () => readonly string[]): void {
  const latest = useLatest({ name, slugs });
  useEffect(() => {
    // The address is the list's own: by the time it is left, the bar already shows the next page's.
    let href = location.pathname + location.search;
    const keep = () => {
      const walk: Walk = { name: latest.current.name, href, slugs: latest.current.slugs().slice(0, MOST) };
      sessionStorage.setItem(KEY, JSON.stringify(walk));
    };
    const onPress = () => {
      href = location.pathname + location.search;
    };
    addEventListener("pagehide", keep);
    addEventListener("keydown", onPress, true);
    addEventListener("pointerdown", onPress, true);
    return () => {
      removeEventListener("pagehide", keep);
      removeEventListener("keydown", onPress, true);
      removeEventListener("pointerdown", onPress, true);
      keep();
    };
  }, [latest]);
}

/** The list that was left last, where this account is on it, and its place there. */
export function useWalk(slug: string): { walk: Walk; at: number } | null {
  const [walk, setWalk] = useState<Walk | null>(null);
  useEffect(() => setWalk(readWalk()), []);
  const at = walk?.slugs.indexOf(slug) ?? -1;
  return walk && at >= 0 ? { walk, at } : null;
}

function readWalk(): Walk | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Walk | null;
  } catch {
    return null;
  }
}
