"use client";
import { useQueryState } from "nuqs";
import { useCallback, useRef } from "react";

/** Whose reasons stand open, in the address. The address is written a moment after the screen, and a page that was opened before
 * that would be taken back by it: `afterwards` opens it then. `initial` is what stands open where the address says nothing. */
export function usePeeked(initial = "") {
  const [peek, write] = useQueryState("peek", { defaultValue: initial, history: "replace", shallow: true });
  const written = useRef<Promise<unknown>>(Promise.resolve());
  const setPeek = useCallback(
    (slug: string | null) => {
      written.current = write(slug);
    },
    [write],
  );
  const afterwards = useCallback((open: () => void) => void written.current.then(open, open), []);
  return { peek, setPeek, afterwards };
}
