"use client";
import { type Dispatch, useEffect, useState } from "react";
import { answered } from "@/components/ui/answered";
import { heard } from "@/components/ui/signed-out";
import { useToast } from "@/components/ui/toast";
import { useLatest } from "@/components/ui/use-latest";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { saveScorecardDrafts, submitScorecards } from "@/lib/actions/scorecards";
import type { Day, Month } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { confirmedWords } from "./confirmed-words";
import { type GridState, isUnsaved } from "./grid-state";
import { cardOf, draftOf, pendingDrafts, pendingSubmits } from "./pending";
import type { GridAction } from "./reduce-grid";
import type { Sent } from "./reduce-saving";

const BATCH_MILLIS = 800;
const AGAIN_MILLIS = 15_000;
const UNREACHED = "The server could not be reached.";
const FAILED = "The server failed.";

interface Saving {
  state: GridState;
  dispatch: Dispatch<GridAction>;
  rows: readonly GridRow[];
  period: Month;
  today: Day;
  author: string;
}

/** Sends the grid's work to the server, one request at a time: confirmed rows at once, drafts in batches. What does not
 * arrive stays typed, is marked, and leaving the page warns; once the server can be reached again it is sent. Returns when the last draft was saved. */
export function useSaving({ state, dispatch, rows, period, today, author }: Saving) {
  const toast = useToast();
  const [isFlying, setFlying] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const latest = useLatest({ state, rows, period });

  useEffect(() => {
    if (isFlying) return;
    const send = async (sent: Sent) => {
      setFlying(true);
      dispatch({ type: "sending", sent });
      try {
        if (sent.of === "submit") {
          const result = heard(await submitScorecards({ period, cards: sent.rows.map((each) => cardOf(state, each)) }));
          if (!result.ok) return dispatch({ type: "unsent", sent, message: result.message, isOffline: false });
          dispatch({ type: "submitted", sent, results: result.value, by: { period, today, author } });
          const words = confirmedWords(result.value, sent);
          if (words) toast(words);
          return;
        }
        const drafts = sent.rows.map(({ row }) => draftOf(state, row));
        const result = heard(await saveScorecardDrafts({ period, drafts }));
        if (!result.ok) return dispatch({ type: "unsent", sent, message: result.message, isOffline: false });
        dispatch({ type: "drafted", sent, results: result.value });
        setSavedAt(new Date());
      } catch (error) {
        // A request that never arrived rejects with a TypeError; a server that answered badly does not.
        const isOffline = error instanceof TypeError || !navigator.onLine;
        dispatch({ type: "unsent", sent, message: isOffline ? UNREACHED : FAILED, isOffline });
      } finally {
        setFlying(false);
      }
    };
    const submits = pendingSubmits(state, rows);
    if (submits.rows.length > 0) void send(submits);
    const drafts = pendingDrafts(state, rows);
    if (submits.rows.length > 0 || drafts.rows.length === 0) return;
    const timer = setTimeout(() => void send(drafts), BATCH_MILLIS);
    return () => clearTimeout(timer);
  }, [state, rows, isFlying, period, today, author, dispatch, toast]);

  const waits = Object.values(state.edits).some(({ failed }) => failed?.isOffline === true);
  useEffect(() => {
    if (!waits) return;
    const again = () => dispatch({ type: "retry" });
    const timer = setInterval(again, AGAIN_MILLIS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [waits, dispatch]);

  const unsaved = Object.values(state.edits).filter(isUnsaved).length;
  useLeaveWarning(unsaved > 0);

  // Whoever leaves for another screen within the 800 ms takes nothing with them.
  useEffect(
    () => () => {
      const left = latest.current;
      const drafts = pendingDrafts(left.state, left.rows).rows.map(({ row }) => draftOf(left.state, row));
      if (drafts.length > 0) void answered(saveScorecardDrafts({ period: left.period, drafts }));
    },
    [latest],
  );
  return { isFlying, savedAt, unsaved, waits };
}
