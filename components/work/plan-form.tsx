"use client";
import { useState } from "react";
import { closePlan, savePlan } from "@/lib/actions/work";
import { addDays, type Day } from "@/lib/core/calendar";
import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import { lackWords } from "@/lib/core/playbook/plan";
import { playNamed } from "@/lib/core/playbook/plays";
import { dayText } from "@/lib/format";
import { inParts } from "./in-parts";
import type { MeasureChoice } from "./measure-fields";
import { type Named, PlanFields } from "./plan-fields";
import { PlanStanding } from "./plan-standing";
import { lacking, newPlan, type OpenPlan, saidBefore, saidOf, valuesOf } from "./plan-values";
import { type Target, targetsText } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";

const RED = 1;
const FIRST_STEP_DAYS = 7;
/** The most plans that are opened at once: each is a promise to a customer. */
const MOST = 50;

/** What is known before the plan is written. */
export interface PlanDraft {
  plan: OpenPlan | null;
  suggestion: { cause: Cause; share: number; since: Day | null } | null;
  measures: readonly MeasureChoice[];
  sponsors: readonly Named[];
}

interface Props {
  targets: readonly Target[];
  today: Day;
  owners: readonly Named[];
  draft: PlanDraft;
  onClose: () => void;
}

/** Writes a plan, or changes the open one: an action plan, and for a red account a recovery plan that leadership approves. */
export function PlanForm({ targets, today, owners, draft, onClose }: Props) {
  const { plan, suggestion, measures, sponsors } = draft;
  const kindOf = (target: Target | undefined) => (target?.tone === RED ? "recovery" : "action");
  const kind = kindOf(targets[0]);
  const [values, setValues] = useState(() =>
    plan
      ? valuesOf(plan, kind)
      : newPlan(kind, { cause: suggestion?.cause ?? null, dueOn: addDays(today, FIRST_STEP_DAYS) }),
  );
  const [wantsApproval, setWantsApproval] = useState(true);
  const { save, isPending, error, fields } = useSaving(onClose);
  const isOne = targets.length === 1;
  const isTooMany = targets.length > MOST;
  const missing = lacking(values, today, plan);
  const isReady = isOne && missing.length === 1 && missing[0] === "approval";
  const submit = isReady && wantsApproval;
  const what = values.kind === "recovery" ? "Recovery plan" : "Action plan";
  const send = () =>
    inParts(
      targets.map(({ accountId }) => accountId),
      ([accountId = 0]) =>
        savePlan({
          ...{ accountId, submit, ...saidOf(values, today, plan) },
          kind: isOne ? values.kind : kindOf(targets.find((target) => target.accountId === accountId)),
          ...(plan && { planId: plan.planId, version: plan.version }),
        }),
      1,
    );
  const takeBack = async (saved: readonly { planId: number; version: number }[]) => {
    const [target] = targets;
    const [one] = saved;
    if (plan && target && one) {
      const { planId, version } = one;
      return savePlan({ accountId: target.accountId, planId, version, ...saidBefore(plan) });
    }
    return inParts(
      saved.map(({ planId }) => planId),
      ([planId = 0]) => closePlan({ planId, status: "dropped", result: "Taken back" }),
      1,
    );
  };
  const title = plan
    ? `${what} of ${targetsText(targets)}`
    : `${isOne ? what : "The same plan"} for ${targetsText(targets)}`;
  return (
    <WorkForm
      title={title}
      submit={submit ? "Submit for approval" : plan ? "Save plan" : "Open plan"}
      isPending={isPending || isTooMany}
      error={isTooMany ? `At most ${MOST} plans are opened at once. Choose fewer accounts.` : error}
      onClose={onClose}
      onSubmit={() =>
        save(send, (saved) =>
          submit
            ? { title: `Recovery plan of ${targetsText(targets)} waits for approval` }
            : {
                title: `Plan ${plan ? "saved" : "opened"} for ${targetsText(targets)}${heldOutWords(values.play, saved)}`,
                undo: () => takeBack(saved),
              },
        )
      }
    >
      <PlanStanding plan={plan} />
      <PlanFields
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        errors={fields}
        causeHint={plan ? null : hintOf(suggestion)}
        {...{ measures, owners, sponsors }}
      />
      {values.kind === "recovery" && isOne && missing.includes("approval") && (
        <label className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            disabled={!isReady}
            checked={submit}
            onChange={(event) => setWantsApproval(event.target.checked)}
          />
          Submit it for leadership's approval
        </label>
      )}
      <p className="text-muted-foreground text-xs" aria-live="polite">
        {isReady
          ? "The clock stops once leadership has approved it."
          : (lackWords(missing) ?? "Nothing is missing: the clock stops.")}
      </p>
    </WorkForm>
  );
}

/** Where chance holds accounts out of the play: that their plans go without it. */
function heldOutWords(play: string, saved: readonly { heldOutUntil: Day | null }[]): string {
  const held = saved.flatMap(({ heldOutUntil }) => heldOutUntil ?? []);
  const [until] = held;
  if (until === undefined) return "";
  const whom = saved.length === 1 ? "it" : `${held.length} of them`;
  return `, without ${playNamed(play).name}: chance holds ${whom} out until ${dayText(until)}, so that its effect can be told`;
}

function hintOf(suggestion: PlanDraft["suggestion"]): string | null {
  if (!suggestion) return null;
  const { cause, share, since } = suggestion;
  const part = `${CAUSE_BOOK[cause].name} made ${Math.round(share * 100)}%`;
  return since
    ? `Suggested: ${part} of what health lost since ${dayText(since)}. Saving confirms it.`
    : `Suggested: ${part} of the points missing today. Saving confirms it.`;
}
