"use client";
import { useLayoutEffect, useRef } from "react";
import type { ActiveRow } from "./active-row";
import { followedRow } from "./followed-row";

/** Keeps the active row on what is looked at while rows come, go and change places. */
export function useFollowedRow(
  ids: readonly (string | number)[],
  row: ActiveRow,
  isBack?: (id: string | number) => boolean,
): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    if (before.current === ids) return;
    row.set(followedRow(before.current, ids, row.get(), isBack));
    before.current = ids;
  });
}
