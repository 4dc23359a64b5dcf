"use client";
import { useEffect, useSyncExternalStore } from "react";
import { useActiveRow } from "./active-row";
import { useRowKeys } from "./use-row-keys";

interface Keys {
  ids: readonly (string | number)[];
  start: number;
  isBack?: (id: string | number) => boolean;
  onOpen: (index: number) => void;
  onPeek?: (index: number) => void;
  onClose?: () => void;
}

/** A list that is drawn whole: its keys, and which row is active. */
export function useListKeys({ start, ...keys }: Keys) {
  const row = useActiveRow(start);
  useRowKeys({ active: row, ...keys });
  const active = useSyncExternalStore(row.subscribe, row.get, () => start);
  useEffect(
    () => row.subscribe(() => document.getElementById(`row-${row.get()}`)?.scrollIntoView({ block: "nearest" })),
    [row],
  );
  return { active: Math.max(0, Math.min(active, keys.ids.length - 1)), setActive: row.set, row };
}
