"use client";
import { useState } from "react";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { useToast } from "@/components/ui/toast";
import { isLogged } from "@/components/work/review-names";
import { logReview, removeReview } from "@/lib/actions/work";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { type AgendaLine, lineKey, whatName } from "./agenda-line";

/** Puts a review on another day, or plans the one that is due: shown at once, put back where the server refuses, undoable. */
export function useMoves() {
  const [moved, setMoved] = useState<ReadonlyMap<string, Day>>(new Map());
  const remember = useUndo();
  const toast = useToast();
  const show = (line: AgendaLine, day: Day | null) =>
    setMoved((before) => {
      const next = new Map(before);
      if (day) next.set(lineKey(line), day);
      else next.delete(lineKey(line));
      return next;
    });

  const move = async (line: AgendaLine, plannedOn: Day) => {
    const { accountId, what, reviewId, words, name } = line;
    if (!isLogged(what)) return;
    show(line, plannedOn);
    // What a clock says is not what somebody wrote.
    const note = reviewId && words ? words : "";
    const said = { accountId, kind: what, note };
    const result = await answered(logReview({ ...said, plannedOn, ...(reviewId && { reviewId }) }));
    show(line, null);
    if (!result.ok) {
      toast({
        title: `Not saved: ${name}`,
        description: result.message,
        action: { label: "Retry", onClick: () => void move(line, plannedOn) },
        failed: true,
      });
      return;
    }
    remember({
      title: `${whatName(what)} with ${name} on ${dayText(plannedOn)}`,
      undo: () =>
        reviewId
          ? logReview({ ...said, plannedOn: line.on, reviewId })
          : removeReview({ reviewId: result.value.reviewId }),
    });
  };
  return { move, onOf: (line: AgendaLine) => moved.get(lineKey(line)) ?? line.on };
}
