"use client";
import { useMemo, useRef } from "react";
import { useWork } from "@/components/work/work-provider";
import type { PeekRow } from "./queue-row";

/** The queue as it stands in this tab: rows that were just dealt with are out at once, those taken back stand where they were,
 * whatever the server has answered by then. */
export function useQueueRows(rows: PeekRow[]): PeekRow[] {
  const { marked } = useWork();
  const seen = useRef(new Map<number, { row: PeekRow; at: number }>());
  return useMemo(() => {
    for (const [at, row] of rows.entries()) seen.current.set(row.accountId, { row, at });
    const shown = rows.filter(({ accountId }) => !marked.get(accountId));
    const present = new Set(shown.map(({ accountId }) => accountId));
    for (const [accountId, isOut] of marked) {
      const known = seen.current.get(accountId);
      if (!isOut && known && !present.has(accountId)) shown.splice(Math.min(known.at, shown.length), 0, known.row);
    }
    return shown;
  }, [rows, marked]);
}
