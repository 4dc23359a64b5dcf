"use client";
import { useState } from "react";
import { useUndo } from "@/components/shell/undo-provider";
import { useToast } from "@/components/ui/toast";
import { markTriage } from "@/lib/actions/work";
import { dayText } from "@/lib/format";
import { type Target, targetsText } from "./target";

export type Mark = { kind: "done" } | { kind: "snoozed"; until: string };

/** Marks accounts done or snoozed: shown at once, put back where the server refuses, undoable. */
export function useMarks() {
  const [marked, setMarked] = useState<ReadonlyMap<number, boolean>>(new Map());
  const remember = useUndo();
  const toast = useToast();
  const show = (accountIds: readonly number[], isOut: boolean) =>
    setMarked((before) => new Map([...before, ...accountIds.map((id) => [id, isOut] as const)]));

  const mark = async (targets: readonly Target[], how: Mark) => {
    const accountIds = targets.map(({ accountId }) => accountId);
    show(accountIds, true);
    const words = how.kind === "done" ? "done" : `snoozed until ${dayText(how.until)}`;
    const answer = markTriage({ accountIds, mark: how }).catch(() => null);
    // Before the server has answered, so that whoever mistyped takes that back and not what they did before it.
    const forget = remember({
      title: `${targetsText(targets)} ${words}`,
      redo: () => mark(targets, how),
      undo: async () => {
        show(accountIds, false);
        const saved = await answer;
        if (!saved?.ok) return;
        await Promise.all(
          saved.value.map(({ accountId, before }) => markTriage({ accountIds: [accountId], mark: before })),
        );
      },
    });
    const result = await answer;
    if (result?.ok) return;
    forget();
    show(accountIds, false);
    toast({
      title: `Not saved: ${targetsText(targets)}`,
      description: result?.message ?? "The server did not answer.",
      action: { label: "Retry", onClick: () => void mark(targets, how) },
      failed: true,
    });
  };
  return { marked, mark };
}
