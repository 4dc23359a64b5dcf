"use client";
import { useRef, useState } from "react";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { useToast } from "@/components/ui/toast";
import { setNextStep } from "@/lib/actions/work";
import type { Day } from "@/lib/core/calendar";
import type { PlanLine } from "./plan-line";

export interface Step {
  nextStep: string | null;
  dueOn: Day | null;
}
type Shown = Step & { version: number };

/** Plans as they stand in this tab: a step that is done or moved shows at once, is put back where the server refuses it, and
 * can be taken back. */
export function usePlanSteps(listed: readonly PlanLine[]) {
  const [shown, setShown] = useState<ReadonlyMap<number, Shown>>(new Map());
  /** The version that the server gave last, by plan: what is taken back after something else was is saved on top of that. */
  const versions = useRef(new Map<number, number>());
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const remember = useUndo();
  const toast = useToast();
  const show = (planId: number, step: Shown | null) =>
    setShown((before) => {
      const next = new Map(before);
      if (step) next.set(planId, step);
      else next.delete(planId);
      return next;
    });

  /** One after the other, in the order of the keys, so that each knows the version before it. */
  const send = (planId: number, version: number, step: Step & { isDone?: boolean }) => {
    const sent = last.current.then(async () => {
      const result = await answered(
        setNextStep({
          ...{ planId, version: Math.max(version, versions.current.get(planId) ?? 0) },
          ...step,
        }),
      );
      if (result.ok) versions.current.set(planId, result.value.version);
      return result;
    });
    last.current = sent;
    return sent;
  };

  const setStep = async (
    plan: PlanLine,
    step: Step,
    { isDone = false, words }: { isDone?: boolean; words: string },
  ) => {
    const { planId, version, name } = plan;
    show(planId, { ...step, version });
    const result = await send(planId, version, { isDone, ...step });
    if (!result.ok) {
      show(planId, null);
      toast({
        title: `Not saved: ${name}`,
        description: result.message,
        action: { label: "Retry", onClick: () => void setStep(plan, step, { isDone, words }) },
        failed: true,
      });
      return;
    }
    const { version: saved, before } = result.value;
    show(planId, { ...step, version: saved });
    remember({
      title: `${name}: ${words}`,
      undo: async () => {
        show(planId, { ...before, version: saved });
        const back = await send(planId, saved, before);
        if (back.ok) return show(planId, { ...before, version: back.value.version });
        show(planId, { ...step, version: saved });
        return back;
      },
    });
  };

  const rows = listed.map((row) => {
    const step = shown.get(row.planId);
    return step && step.version >= row.version ? { ...row, ...step } : row;
  });
  return { rows, setStep };
}
