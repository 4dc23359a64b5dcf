"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { logReview, removeReview } from "@/lib/actions/work";
import type { Day } from "@/lib/core/calendar";
import { REVIEW_NAMES, type ReviewKind, usualReview } from "./review-names";
import { type Target, targetsText } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";

const VERDICTS = [
  { value: "keep", label: "Keep: it is as good as it looks" },
  { value: "watch", label: "Watch: something is missing" },
  { value: "plan", label: "Plan: act now" },
];

/** Logs a review held, or plans one for a later day. An audit is signed with its verdict. */
export function ReviewDialog({
  targets,
  today,
  onClose,
}: {
  targets: readonly Target[];
  today: Day;
  onClose: () => void;
}) {
  const [target] = targets;
  const [kind, setKind] = useState<ReviewKind>(usualReview(target?.tone ?? 0));
  const [on, setOn] = useState<Day>(today);
  const [note, setNote] = useState("");
  const [verdict, setVerdict] = useState<"keep" | "watch" | "plan">("keep");
  const { save, isPending, error, fields } = useSaving(onClose);
  if (!target) return null;
  const isPlanned = on > today;
  const isAudit = kind === "audit" && !isPlanned;
  const send = () =>
    logReview({
      accountId: target.accountId,
      kind,
      note,
      ...(isPlanned ? { plannedOn: on } : { heldOn: on }),
      ...(isAudit ? { verdict } : {}),
    });
  return (
    <WorkForm
      title={`Review of ${targetsText([target])}`}
      submit={isPlanned ? "Plan it" : isAudit ? "Sign" : "Log it"}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        save(send, ({ reviewId }) => ({
          title: isPlanned ? "Review planned" : "Review logged",
          undo: () => removeReview({ reviewId }),
        }))
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label="What">
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(event) => setKind(event.target.value as ReviewKind)}
              options={Object.entries(REVIEW_NAMES).map(([value, label]) => ({ value, label }))}
            />
          )}
        </Field>
        <Field
          label="Day"
          error={fields.heldOn ?? fields.plannedOn}
          hint={isPlanned ? "A day to come: it is planned." : undefined}
        >
          {(control) => (
            <Input {...control} type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
          )}
        </Field>
      </div>
      {isAudit && (
        <Field label="Verdict" hint="Signed with your name; it stays.">
          {(control) => (
            <Select
              {...control}
              value={verdict}
              onChange={(event) => setVerdict(event.target.value as typeof verdict)}
              options={VERDICTS}
            />
          )}
        </Field>
      )}
      <Field label="What came of it" error={fields.note}>
        {(control) => <Textarea {...control} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </WorkForm>
  );
}
