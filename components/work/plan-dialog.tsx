"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { closePlan, savePlan } from "@/lib/actions/work";
import { addDays, type Day } from "@/lib/core/calendar";
import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import { inParts } from "./in-parts";
import { type Target, targetsText } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";
import type { Owner } from "./work-provider";

const RED = 1;
const FIRST_STEP_DAYS = 7;
/** The most plans that are opened at once: each is a promise to a customer. */
const MOST = 50;

interface Props {
  targets: readonly Target[];
  today: Day;
  owners: readonly Owner[];
  measures: readonly { key: string; name: string }[];
  onClose: () => void;
}

/** Opens a plan in four fields: why, what is wanted, the next step and its day. The rest is filled on the account's page. */
export function PlanDialog({ targets, today, owners, measures, onClose }: Props) {
  const [target] = targets;
  const [cause, setCause] = useState<Cause | "">("");
  const [isAgreed, setAgreed] = useState(false);
  const [measureKey, setMeasureKey] = useState("");
  const [goal, setGoal] = useState("");
  const [nextStep, setNextStep] = useState("");
  const [dueOn, setDueOn] = useState(addDays(today, FIRST_STEP_DAYS));
  const [ownerId, setOwnerId] = useState("");
  const { save, isPending, error, fields } = useSaving(onClose);
  if (!target) return null;
  const isRecovery = target.tone === RED;
  const isTooMany = targets.length > MOST;
  const open = ([accountId = 0]: readonly number[]) =>
    savePlan({
      accountId,
      kind: targets.find((one) => one.accountId === accountId)?.tone === RED ? "recovery" : "action",
      cause: cause || null,
      goal: goal || null,
      goalAgreedOn: isAgreed ? today : null,
      measureKey: measureKey || null,
      nextStep: nextStep || null,
      dueOn: dueOn || null,
      ownerId: ownerId ? Number(ownerId) : null,
    });
  const send = () => {
    const accountIds = targets.map(({ accountId }) => accountId);
    return inParts(accountIds, open, 1);
  };
  const takeBack = async (opened: readonly { planId: number }[]) => {
    for (const { planId } of opened) await closePlan({ planId, status: "dropped", result: "Taken back" });
  };
  const kind = targets.length > 1 ? "The same plan" : isRecovery ? "Recovery plan" : "Action plan";
  return (
    <WorkForm
      title={`${kind} for ${targetsText(targets)}`}
      submit="Open plan"
      isPending={isPending || isTooMany}
      error={isTooMany ? `At most ${MOST} plans are opened at once. Choose fewer accounts.` : error}
      onClose={onClose}
      onSubmit={() =>
        save(send, (opened) => ({
          title: `Plan opened for ${targetsText(targets)}`,
          undo: () => takeBack(opened),
        }))
      }
    >
      <Field label="Cause" error={fields.cause}>
        {(control) => (
          <Select
            {...control}
            required
            value={cause}
            onChange={(event) => setCause(event.target.value as Cause | "")}
            options={[
              { value: "", label: "Choose one" },
              ...Object.entries(CAUSE_BOOK).map(([value, { name }]) => ({
                value,
                label: name.charAt(0).toUpperCase() + name.slice(1),
              })),
            ]}
          />
        )}
      </Field>
      <Field
        label="Goal"
        error={fields.goal}
        hint="The clock stops once cause, goal, agreement, measure, owner and dates are there."
      >
        {(control) => <Textarea {...control} rows={2} value={goal} onChange={(event) => setGoal(event.target.value)} />}
      </Field>
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={isAgreed} onChange={(event) => setAgreed(event.target.checked)} />
        The customer agreed to it
      </label>
      <Field label="Measure to move" error={fields.measureKey}>
        {(control) => (
          <Select
            {...control}
            value={measureKey}
            onChange={(event) => setMeasureKey(event.target.value)}
            options={[
              { value: "", label: "Choose one" },
              ...measures.map(({ key, name }) => ({ value: key, label: name })),
            ]}
          />
        )}
      </Field>
      <div className="grid grid-cols-[1fr_9rem] gap-3">
        <Field label="Next step" error={fields.nextStep}>
          {(control) => (
            <Input {...control} required value={nextStep} onChange={(event) => setNextStep(event.target.value)} />
          )}
        </Field>
        <Field label="By" error={fields.dueOn}>
          {(control) => (
            <Input {...control} type="date" required value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
          )}
        </Field>
      </div>
      <Field label="Owner">
        {(control) => (
          <Select
            {...control}
            value={ownerId}
            onChange={(event) => setOwnerId(event.target.value)}
            options={[
              { value: "", label: "Me" },
              ...owners.map((owner) => ({ value: String(owner.personId), label: owner.name })),
            ]}
          />
        )}
      </Field>
    </WorkForm>
  );
}
