"use client";
import { useLayoutEffect, useRef } from "react";
import type { ActiveRow } from "@/components/data-table/active-row";

/** When the same rows come back in another order, as after a plan, the active row goes with its account: the next key acts on what
 * one was looking at. */
export function useFollowAccount(accountIds: readonly number[], active: number, row: ActiveRow): void {
  const before = useRef({ order: "", count: 0, accountId: -1 });
  const order = accountIds.join();
  useLayoutEffect(() => {
    const { order: last, count, accountId } = before.current;
    const isReordered = order !== last && accountIds.length === count;
    const at = isReordered ? accountIds.indexOf(accountId) : -1;
    if (at >= 0) row.set(at);
    before.current = { order, count: accountIds.length, accountId: accountIds[at >= 0 ? at : active] ?? -1 };
  }, [order, accountIds, active, row]);
}
