"use client";
import { useState } from "react";

/** Which row of a list is active, outside React's state: a move draws the two rows that change, not the list. */
export interface ActiveRow {
  get: () => number;
  set: (index: number) => void;
  subscribe: (listener: () => void) => () => void;
}

/** The active row of one list, the same for as long as the list stands. */
export function useActiveRow(start: number): ActiveRow {
  const [row] = useState(() => activeRow(start));
  return row;
}

function activeRow(start: number): ActiveRow {
  let active = start;
  const listeners = new Set<() => void>();
  return {
    get: () => active,
    set: (index) => {
      if (index === active) return;
      active = index;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
