"use client";
import { useCallback, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";

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
  const isOnControl = (event: KeyboardEvent) =>
    event.target instanceof HTMLElement && event.target.closest("a, button, select, summary, dialog") !== null;
  useHotkeys("j, down", () => move(1), { preventDefault: true }, [move]);
  useHotkeys("k, up", () => move(-1), { preventDefault: true }, [move]);
  // Rows that leave the list do not take the active one with them.
  if (count > 0 && active >= count) setActive(count - 1);
  useHotkeys("enter, o", (event) => !isOnControl(event) && onOpen(active), [active, onOpen]);
  useHotkeys(
    "space",
    (event) => {
      if (isOnControl(event)) return;
      event.preventDefault();
      onPeek(active);
    },
    [active, onPeek],
  );
  useHotkeys("escape", onClose, [onClose]);
  return { active, setActive };
}
