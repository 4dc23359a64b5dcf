"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CAUSE_OPTIONS } from "@/components/work/cause-options";
import type { Target } from "@/components/work/target";
import { useSaving } from "@/components/work/use-saving";
import { WorkForm } from "@/components/work/work-form";
import { recordOutcome } from "@/lib/actions/cases";
import type { Day } from "@/lib/core/calendar";
import { causeNamed } from "@/lib/core/playbook/case-review";
import type { Cause } from "@/lib/core/playbook/causes";
import { minorDigits } from "@/lib/format";
import { OUTCOME_NAMES, type OutcomeKind } from "./outcome-words";

export interface OutcomeFacts {
  id: string;
  kind: OutcomeKind;
  decidedOn: Day;
  effectiveOn: Day;
  arrBeforeCents: number | null;
  arrAfterCents: number | null;
  currency: string | null;
  cause: string | null;
  avoidable: boolean | null;
}
interface Props {
  target: Target;
  today: Day;
  currency: string;
  /** ARR and end of the contract today: what a new outcome begins with. */
  now: { arrCents: number | null; endsOn: Day | null };
  /** An outcome that is corrected. */
  outcome: OutcomeFacts | null;
  onClose: () => void;
}

/** Records what the customer decided, or corrects it. */
export function OutcomeForm({ target, today, currency: workspace, now, outcome, onClose }: Props) {
  const currency = outcome?.currency ?? workspace;
  const digits = 10 ** minorDigits(currency);
  const major = (cents: number | null) => (cents === null ? "" : String(cents / digits));
  const minor = (text: string) => (text === "" ? null : Math.round(Number(text) * digits));
  const [kind, setKind] = useState<OutcomeKind>(outcome?.kind ?? "renewed");
  const [decidedOn, setDecidedOn] = useState(outcome?.decidedOn ?? today);
  const [effectiveOn, setEffectiveOn] = useState(
    outcome?.effectiveOn ?? (now.endsOn && now.endsOn > today ? now.endsOn : today),
  );
  const [before, setBefore] = useState(major(outcome ? outcome.arrBeforeCents : now.arrCents));
  const [after, setAfter] = useState(major(outcome ? outcome.arrAfterCents : now.arrCents));
  const [cause, setCause] = useState<Cause | "">(causeNamed(outcome?.cause ?? null) ?? "");
  const { save, isPending, error, fields } = useSaving(onClose);
  const isLoss = kind === "churned" || kind === "downsold";
  const send = () =>
    recordOutcome({
      ...{ accountId: target.accountId, kind, decidedOn, effectiveOn, currency, cause: cause || null },
      ...(outcome ? { outcomeId: outcome.id } : {}),
      arrBeforeCents: minor(before),
      arrAfterCents: kind === "churned" ? 0 : minor(after),
      avoidable: outcome?.avoidable ?? null,
    });
  return (
    <WorkForm
      title={`${outcome ? "Correct the outcome" : "Outcome"} of ${target.name}`}
      submit={outcome ? "Correct it" : "Record it"}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => save(send, () => ({ title: outcome ? "Outcome corrected" : "Outcome recorded" }))}
    >
      <Field label="What they decided" error={fields.kind}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={(event) => setKind(event.target.value as OutcomeKind)}
            options={Object.entries(OUTCOME_NAMES).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Decided on" error={fields.decidedOn}>
          {(control) => (
            <Input
              {...control}
              type="date"
              required
              max={today}
              value={decidedOn}
              onChange={(event) => setDecidedOn(event.target.value)}
            />
          )}
        </Field>
        <Field label="Takes effect on" error={fields.effectiveOn}>
          {(control) => (
            <Input
              {...control}
              type="date"
              required
              value={effectiveOn}
              onChange={(event) => setEffectiveOn(event.target.value)}
            />
          )}
        </Field>
        <Field label={`ARR before, ${currency}`} error={fields.arrBeforeCents}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              step="any"
              value={before}
              onChange={(event) => setBefore(event.target.value)}
            />
          )}
        </Field>
        <Field label={`ARR after, ${currency}`} error={fields.arrAfterCents}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              step="any"
              disabled={kind === "churned"}
              value={kind === "churned" ? "0" : after}
              onChange={(event) => setAfter(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label="Cause" error={fields.cause} hint={isLoss ? "Confirmed later by the loss review." : undefined}>
        {(control) => (
          <Select
            {...control}
            required={isLoss}
            value={cause}
            onChange={(event) => setCause(event.target.value as Cause | "")}
            options={[{ value: "", label: isLoss ? "Choose one" : "None" }, ...CAUSE_OPTIONS]}
          />
        )}
      </Field>
    </WorkForm>
  );
}
