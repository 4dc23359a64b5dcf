"use client";
import { useCallback, useState } from "react";
import { useKeys } from "@/components/ui/use-keys";

interface Keys {
  count: number;
  start: number;
  onOpen: (index: number) => void;
  onPeek: (index: number) => void;
  onClose: () => void;
}

/** The keys of a list: j/k and arrows move, Enter and o open, Space peeks, Esc closes. Returns the active row. */
export function useListKeys({ count, start, onOpen, onPeek, onClose }: Keys) {
  const [active, setActive] = useState(start);
  const move = useCallback(
    (step: number) =>
      setActive((index) => {
        const next = Math.min(count - 1, Math.max(0, index + step));
        document.getElementById(`row-${next}`)?.scrollIntoView({ block: "nearest" });
        return next;
      }),
    [count],
  );
  const isOnControl = (event: KeyboardEvent | null) =>
    event?.target instanceof HTMLElement && event.target.closest("a, button, select, summary, dialog") !== null;
  useKeys("j, down", () => move(1), { preventDefault: true });
  useKeys("k, up", () => move(-1), { preventDefault: true });
  // Rows that leave the list do not take the active one with them.
  if (count > 0 && active >= count) setActive(count - 1);
  useKeys("enter, o", (_, event) => !isOnControl(event) && onOpen(active), { does: { o: "Open the row" } });
  useKeys("space", (_, event) => {
    if (isOnControl(event)) return;
    event?.preventDefault();
    onPeek(active);
  });
  useKeys("escape", onClose);
  return { active, setActive };
}
