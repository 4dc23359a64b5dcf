"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CAUSE_OPTIONS } from "@/components/work/cause-options";
import type { Target } from "@/components/work/target";
import { useSaving } from "@/components/work/use-saving";
import { WorkForm } from "@/components/work/work-form";
import { reviewCase } from "@/lib/actions/cases";
import { CASE_QUESTIONS, type CaseAnswer, type CaseKind, causeNamed } from "@/lib/core/playbook/case-review";
import type { Cause } from "@/lib/core/playbook/causes";
import { questionOf } from "./outcome-words";

const AVOIDABLE = [
  { value: "", label: "Not known" },
  { value: "yes", label: "Avoidable" },
  { value: "no", label: "Not avoidable" },
];

interface Props {
  target: Target;
  kind: CaseKind;
  /** The outcome whose cause is confirmed. */
  outcome: { id: string; cause: string | null; avoidable: boolean | null } | null;
  onClose: () => void;
}

/** Five questions after a loss or a save, signed. */
export function CaseForm({ target, kind, outcome, onClose }: Props) {
  const [answers, setAnswers] = useState<Record<CaseAnswer, string>>({
    happened: "",
    signals: "",
    done: "",
    again: "",
  });
  const [cause, setCause] = useState<Cause | "">(causeNamed(outcome?.cause ?? null) ?? "");
  const [avoidable, setAvoidable] = useState(outcome?.avoidable == null ? "" : outcome.avoidable ? "yes" : "no");
  const { save, isPending, error, fields } = useSaving(onClose);
  const name = kind === "loss" ? "Loss review" : "Save review";
  const send = () =>
    reviewCase({
      ...{ accountId: target.accountId, kind, outcomeId: outcome?.id ?? null, answers, cause: cause as Cause },
      avoidable: avoidable === "" ? null : avoidable === "yes",
    });
  return (
    <WorkForm
      title={`${name} of ${target.name}`}
      submit="Sign"
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => save(send, () => ({ title: `${name} of ${target.name} signed` }))}
    >
      {CASE_QUESTIONS.map(({ key }) => (
        <Field key={key} label={questionOf(kind, key)} error={fields[`answers.${key}`]}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              required
              value={answers[key]}
              onChange={(event) => setAnswers({ ...answers, [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className="grid grid-cols-2 gap-3">
        <Field label="Cause, confirmed" error={fields.cause} hint={outcome ? "Goes to the outcome." : undefined}>
          {(control) => (
            <Select
              {...control}
              required
              value={cause}
              onChange={(event) => setCause(event.target.value as Cause | "")}
              options={[{ value: "", label: "Choose one" }, ...CAUSE_OPTIONS]}
            />
          )}
        </Field>
        <Field label="Could we have avoided it?" error={fields.avoidable}>
          {(control) => (
            <Select
              {...control}
              value={avoidable}
              onChange={(event) => setAvoidable(event.target.value)}
              options={AVOIDABLE}
            />
          )}
        </Field>
      </div>
      <p className="text-muted-foreground text-xs">
        Signed with your name; it stays. Whoever knows better signs another.
      </p>
    </WorkForm>
  );
}
