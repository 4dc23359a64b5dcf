"use client";
import { useLayoutEffect, useRef } from "react";
import type { ActiveRow } from "@/components/data-table/active-row";
import { followedRow } from "./followed-row";

/** When the same rows come back in another order, as after a plan, the active row goes with its account: the next key acts on what
 * one was looking at. */
export function useFollowAccount(accountIds: readonly number[], active: number, row: ActiveRow): void {
  const before = useRef<{ accountIds: readonly number[]; active: number }>({ accountIds: [], active: 0 });
  useLayoutEffect(() => {
    const now = followedRow(before.current, { accountIds, active });
    if (now !== active) row.set(now);
    before.current = { accountIds, active: now };
  }, [accountIds, active, row]);
}
