"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { logReview, removeReview } from "@/lib/actions/work";
import type { Day } from "@/lib/core/calendar";
import { AuditQuestions, type Verdict } from "./audit-questions";
import { isLogged, type LoggedKind, REVIEW_NAMES, usualReview } from "./review-names";
import { type Target, targetsText } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";

const KINDS = Object.entries(REVIEW_NAMES)
  .filter(([value]) => isLogged(value))
  .map(([value, label]) => ({ value, label }));

/** Which review it is, where that is known: its kind, and the planned one that is now held or moved. */
export interface ReviewBegun {
  kind?: LoggedKind;
  reviewId?: number;
  plannedOn?: Day;
  note?: string;
}

interface Props {
  targets: readonly Target[];
  today: Day;
  begun: ReviewBegun;
  onClose: () => void;
}

/** Logs a review held, or plans one for a later day. An audit asks its five questions and is signed with its verdict. */
export function ReviewDialog({ targets, today, begun, onClose }: Props) {
  const [target] = targets;
  const [kind, setKind] = useState<LoggedKind>(begun.kind ?? usualReview(target?.tone ?? 0));
  const [on, setOn] = useState<Day>(begun.plannedOn ?? today);
  const [note, setNote] = useState(begun.note ?? "");
  const [verdict, setVerdict] = useState<Verdict>("keep");
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
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
      ...(isAudit ? { verdict, answers } : {}),
      ...(begun.reviewId && { reviewId: begun.reviewId }),
    });
  return (
    <WorkForm
      title={`Review of ${targetsText([target])}`}
      submit={isPlanned ? "Plan it" : isAudit ? "Sign" : "Log it"}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        save(send, ({ reviewId }) => {
          const title = isPlanned ? "Review planned" : isAudit ? "Audit signed" : "Review logged";
          // What is signed stays, and what had been planned is not taken away with what came of it.
          return isAudit || begun.reviewId ? { title } : { title, undo: () => removeReview({ reviewId }) };
        })
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label="What">
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(event) => setKind(event.target.value as LoggedKind)}
              options={KINDS}
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
        <AuditQuestions
          answers={answers}
          onAnswer={(key, answer) => setAnswers((before) => ({ ...before, [key]: answer }))}
          verdict={verdict}
          onVerdict={setVerdict}
        />
      )}
      <Field label={isPlanned ? "What it is about" : "What came of it"} error={fields.note}>
        {(control) => <Textarea {...control} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </WorkForm>
  );
}
