"use client";
import { useState } from "react";
import { useKeys } from "@/components/ui/use-keys";
import type { ActiveRow } from "./active-row";

/** Rows chosen beside the active one: x toggles it, Shift+j and Shift+k take it along, Esc lets all go. A line that cannot be
 * chosen has no key. */
export function useSelection<Key>(keys: readonly (Key | undefined)[], row: Pick<ActiveRow, "get" | "set">) {
  const [selected, setSelected] = useState<ReadonlySet<Key>>(new Set());
  const toggle = (key: Key | undefined) => {
    if (key === undefined) return;
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  };
  const extend = (step: number) => {
    const to = Math.min(keys.length - 1, Math.max(0, row.get() + step));
    const reached = [keys[row.get()], keys[to]].filter((key) => key !== undefined);
    setSelected((before) => new Set([...before, ...reached]));
    row.set(to);
  };
  const clear = () => setSelected((before) => (before.size > 0 ? new Set() : before));
  useKeys("x", () => toggle(keys[row.get()]), { does: { x: "Choose or let go of the row" } });
  useKeys("shift+j, shift+down", () => extend(1), { preventDefault: true, repeats: true });
  useKeys("shift+k, shift+up", () => extend(-1), { preventDefault: true, repeats: true });
  useKeys("escape", clear);
  return { selected, toggle, clear };
}
