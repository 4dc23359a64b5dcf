"use client";
import { type Dispatch, useEffect, useRef } from "react";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import type { GridState } from "./grid-state";
import { keptFrom, keptOf } from "./kept-work";
import type { GridAction } from "./reduce-grid";

/** Keeps in this browser what the server does not have yet, and types it again when the page is opened anew. */
export function useKeptWork(
  key: string,
  state: GridState,
  rows: readonly GridRow[],
  dispatch: Dispatch<GridAction>,
): void {
  const isRead = useRef(false);
  const loaded = useRef(rows);
  useEffect(() => {
    const kept = keptFrom(localStorage.getItem(key));
    if (kept.length > 0) dispatch({ type: "resume", rows: loaded.current, kept });
    isRead.current = true;
  }, [key, dispatch]);

  const { edits } = state;
  useEffect(() => {
    if (!isRead.current) return;
    const before = localStorage.getItem(key);
    const ofOthers = keptFrom(before).filter((each) => !rows.some(({ accountId }) => accountId === each.accountId));
    const kept = [...ofOthers, ...keptOf(edits, rows)];
    if (kept.length > 0) localStorage.setItem(key, JSON.stringify(kept));
    else if (before !== null) localStorage.removeItem(key);
  }, [key, edits, rows]);
}
