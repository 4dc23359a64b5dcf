"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { useToast } from "@/components/ui/toast";
import { recordForecastCall, takeBackCall } from "@/lib/actions/forecast";
import { CALL_WORDS, type Call } from "@/lib/core/forecast/calls";
import type { CallRow } from "./call-row";

/** Calls as they stand on screen, and what makes one: shown at once, kept by the server, taken back by undo. */
export function useCalls(): {
  callOf: (row: CallRow) => Call | null;
  makeCall: (row: CallRow, call: Call) => Promise<void>;
} {
  const [made, setMade] = useState<ReadonlyMap<number, Call | null>>(new Map());
  const router = useRouter();
  const remember = useUndo();
  const toast = useToast();
  const show = (accountId: number, call: Call | null) => setMade((before) => new Map(before).set(accountId, call));
  const callOf = (row: CallRow) => made.get(row.accountId) ?? row.call;
  const makeCall = async (row: CallRow, call: Call) => {
    const { accountId, decideBy, name } = row;
    const before = callOf(row);
    if (call === before) return;
    show(accountId, call);
    const result = await answered(recordForecastCall({ accountId, decideBy, call, note: null }));
    if (!result.ok) {
      show(accountId, before);
      toast({ title: "The call is not kept", description: result.message, failed: true });
      return;
    }
    const { callId } = result.value;
    const undo = async () => {
      const undone = await answered(takeBackCall({ callId }));
      if (!undone.ok) return undone;
      setMade((now) => new Map([...now].filter(([id]) => id !== accountId)));
      router.refresh();
    };
    remember({ title: `${name}: ${CALL_WORDS[call]}`, undo, redo: () => makeCall(row, call) });
    router.refresh();
  };
  return { callOf, makeCall };
}
