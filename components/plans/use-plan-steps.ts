"use client";
import { useState } from "react";
import { useUndo } from "@/components/shell/undo-provider";
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
  const remember = useUndo();
  const toast = useToast();
  const show = (planId: number, step: Shown | null) =>
    setShown((before) => {
      const next = new Map(before);
      if (step) next.set(planId, step);
      else next.delete(planId);
      return next;
    });

  const setStep = async (
    plan: PlanLine,
    step: Step,
    { isDone = false, words }: { isDone?: boolean; words: string },
  ) => {
    const { planId, version, name } = plan;
    show(planId, { ...step, version });
    const result = await setNextStep({ planId, version, isDone, ...step }).catch(() => null);
    if (!result?.ok) {
      show(planId, null);
      toast({
        title: `Not saved: ${name}`,
        description: result?.message ?? "The server did not answer.",
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
        const back = await setNextStep({ planId, version: saved, ...before }).catch(() => null);
        if (back?.ok) return show(planId, { ...before, version: back.value.version });
        show(planId, { ...step, version: saved });
        toast({
          title: `Not taken back: ${name}`,
          description: back?.message ?? "The server did not answer.",
          failed: true,
        });
      },
    });
  };

  const rows = listed.map((row) => {
    const step = shown.get(row.planId);
    return step && step.version >= row.version ? { ...row, ...step } : row;
  });
  return { rows, setStep };
}
