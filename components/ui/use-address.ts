"use client";
import { useSearchParams } from "next/navigation";
import { createSerializer, parseAsString } from "nuqs/server";
import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/** The address of this page with some of its words set, or taken out where null; the others as they stand. */
export function addressWith(words: Readonly<Record<string, string | null>>): string {
  const { pathname, search, hash } = window.location;
  const serialize = createSerializer(Object.fromEntries(Object.keys(words).map((name) => [name, parseAsString])));
  return `${pathname}${serialize(new URLSearchParams(search), words)}${hash}`;
}

/** One word of the address, and what writes it; nothing is asked of the server. It is written in the same moment, never a moment
 * later: the router takes a word written while a page is opening for a step back, and the page does not come. */
export function useAddress(name: string): [string | null, (word: string | null) => void] {
  const asOpened = useSearchParams().get(name);
  const word = useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).get(name),
    () => asOpened,
  );
  const write = useCallback(
    (next: string | null) => {
      const { pathname, search, hash } = window.location;
      const address = addressWith({ [name]: next });
      if (address === `${pathname}${search}${hash}`) return;
      window.history.replaceState(null, "", address);
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [word, write];
}
