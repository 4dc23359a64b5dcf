"use client";
import { useState } from "react";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { useToast } from "@/components/ui/toast";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { markTriage } from "@/lib/actions/work";
import { dayText } from "@/lib/format";
import { type Target, targetsText } from "./target";

export type Mark = { kind: "done" } | { kind: "snoozed"; until: string };

/** Marks accounts done or snoozed: shown at once, put back where the server refuses, undoable. */
export function useMarks() {
  const [marked, setMarked] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [flying, setFlying] = useState(0);
  const remember = useUndo();
  const toast = useToast();
  const show = (accountIds: readonly number[], isOut: boolean) =>
    setMarked((before) => new Map([...before, ...accountIds.map((id) => [id, isOut] as const)]));

  useLeaveWarning(flying > 0);
  const send = async (mark: Parameters<typeof markTriage>[0]) => {
    setFlying((before) => before + 1);
    const answer = await answered(markTriage(mark));
    setFlying((before) => before - 1);
    return answer;
  };
  const failed = (title: string, description: string, again: () => void) =>
    toast({ title, description, action: { label: "Retry", onClick: again }, failed: true });

  const mark = async (targets: readonly Target[], how: Mark) => {
    const accountIds = targets.map(({ accountId }) => accountId);
    show(accountIds, true);
    const words = how.kind === "done" ? "done" : `snoozed until ${dayText(how.until)}`;
    const answer = send({ accountIds, mark: how });
    // Before the server has answered, so that whoever mistyped takes that back and not what they did before it.
    const forget = remember({
      title: `${targetsText(targets)} ${words}`,
      redo: () => mark(targets, how),
      undo: () => takeBack(targets, answer),
    });
    const result = await answer;
    if (result.ok) return;
    forget();
    show(accountIds, false);
    failed(`Not saved: ${targetsText(targets)}`, result.message, () => void mark(targets, how));
  };

  const takeBack = async (targets: readonly Target[], answer: ReturnType<typeof send>) => {
    const accountIds = targets.map(({ accountId }) => accountId);
    show(accountIds, false);
    const saved = await answer;
    if (!saved.ok) return;
    const results = await Promise.all(
      saved.value.map(({ accountId, before }) => send({ accountIds: [accountId], mark: before })),
    );
    const refused = results.find((result) => !result.ok);
    if (!refused || refused.ok) return;
    show(accountIds, true);
    failed(`Not taken back: ${targetsText(targets)}`, refused.message, () => void takeBack(targets, answer));
  };
  return { marked, mark };
}
