"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSaving } from "@/components/work/use-saving";
import { WorkForm } from "@/components/work/work-form";
import { closePlan } from "@/lib/actions/work";
import { addDays, type Day } from "@/lib/core/calendar";
import type { PlanLine } from "./plan-line";
import type { Step } from "./use-plan-steps";

const NEXT_DAYS = 7;

interface Props {
  plan: PlanLine;
  today: Day;
  onClose: () => void;
  onNext: (step: Step) => void;
}

/** The step is done: what is next, or what came of the plan where nothing is. */
export function NextStepDialog({ plan, today, onClose, onNext }: Props) {
  const [nextStep, setNextStep] = useState("");
  const [dueOn, setDueOn] = useState(addDays(today, NEXT_DAYS));
  const [isFinished, setFinished] = useState(false);
  const [result, setResult] = useState("");
  const { save, isPending, error, fields } = useSaving(onClose);
  const send = () => {
    if (isFinished)
      return save(
        () => closePlan({ planId: plan.planId, status: "done", result }),
        () => ({
          title: `Plan of ${plan.name} closed`,
          undo: () => closePlan({ planId: plan.planId, status: "open", isUndo: true }),
        }),
      );
    onNext({ nextStep: nextStep.trim(), dueOn });
    onClose();
  };
  return (
    <WorkForm
      title={`Done: ${plan.nextStep ?? plan.name}`}
      submit={isFinished ? "Close the plan" : "Done, and on"}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={send}
    >
      {isFinished ? (
        <Field label="What came of it" error={fields.result}>
          {(control) => (
            <Input {...control} required value={result} onChange={(event) => setResult(event.target.value)} />
          )}
        </Field>
      ) : (
        <div className="grid grid-cols-[1fr_9rem] gap-3">
          <Field label="Next step">
            {(control) => (
              <Input
                {...control}
                required
                maxLength={500}
                value={nextStep}
                onChange={(event) => setNextStep(event.target.value)}
              />
            )}
          </Field>
          <Field label="By">
            {(control) => (
              <Input
                {...control}
                type="date"
                required
                value={dueOn}
                onChange={(event) => setDueOn(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" checked={isFinished} onChange={(event) => setFinished(event.target.checked)} />
        Nothing is left to do: close the plan
      </label>
    </WorkForm>
  );
}
