"use client";
import { useEffect } from "react";
import { useKeys } from "@/components/ui/use-keys";
import type { ActiveRow } from "./active-row";
import { useFollowedRow } from "./use-followed-row";

interface Keys {
  active: ActiveRow;
  /** What each row shows, by which the active row is found again when others come and go. */
  ids: readonly (string | number)[];
  /** Whether a row was just taken back by the person: it is active again. */
  isBack?: (id: string | number) => boolean;
  onOpen: (index: number) => void;
  onPeek?: (index: number) => void;
  onClose?: () => void;
}

/** The keys of a list: j/k, arrows and [ ] move, Enter and o open, Space peeks and Esc closes where there is something to peek at. */
export function useRowKeys({ active, ids, isBack, onOpen, onPeek, onClose }: Keys): void {
  const count = ids.length;
  useFollowedRow(ids, active, isBack);
  const move = (step: number) => active.set(Math.min(count - 1, Math.max(0, active.get() + step)));
  const isOnControl = (event: KeyboardEvent | null) =>
    event?.target instanceof HTMLElement && event.target.closest("a, button, select, summary") !== null;
  useKeys("j, down", () => move(1), { preventDefault: true, repeats: true });
  useKeys("k, up", () => move(-1), { preventDefault: true, repeats: true });
  useKeys("], [", (key) => move(key === "]" ? 1 : -1), { useKey: true, repeats: true });
  // Rows that leave the list do not take the active one with them.
  useEffect(() => {
    if (count > 0 && active.get() >= count) active.set(count - 1);
  }, [active, count]);
  useKeys("enter, o", (_, event) => !isOnControl(event) && onOpen(active.get()), { does: { o: "Open the row" } });
  useKeys("space", (_, event) => {
    if (!onPeek || isOnControl(event)) return;
    event?.preventDefault();
    onPeek(active.get());
  });
  useKeys("escape", () => onClose?.());
}
