"use client";
import { type ReactNode, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { recordDecision } from "@/lib/actions/work";
import { addDays, type Day } from "@/lib/core/calendar";
import { type DecisionChoice, NEW_DATE_DAYS } from "@/lib/core/playbook/decision";
import { dayText, minorDigits } from "@/lib/format";
import type { Target } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";

const CHOICES = [
  { value: "invest", label: "Invest" },
  { value: "accept", label: "Accept the loss" },
];

interface Props {
  target: Target;
  today: Day;
  currency: string;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Signs a decision: it stays as it is written, so the form itself asks for the signature. */
export function DecisionForm({ target, today, currency, title, onClose, children }: Props) {
  const latest = addDays(today, NEW_DATE_DAYS);
  const [choice, setChoice] = useState<DecisionChoice>("invest");
  const [budget, setBudget] = useState("");
  const [exitTest, setExitTest] = useState("");
  const [newDate, setNewDate] = useState(latest);
  const [note, setNote] = useState("");
  const [isSigned, setSigned] = useState(false);
  const { save, isPending, error, fields } = useSaving(onClose);
  const budgetCents = Math.round(Number(budget) * 10 ** minorDigits(currency));
  const decision =
    choice === "invest"
      ? ({ choice, budgetCents, exitTest, newDate, note } as const)
      : ({ choice, forecast: "lost", note } as const);
  const errorOf = (part: string) => fields[`decision.${part}`] ?? fields[part];
  return (
    <WorkForm
      title={title}
      submit="Sign"
      isPending={isPending || !isSigned}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        save(
          () => recordDecision({ accountId: target.accountId, decision, isSigned: true }),
          () => ({ title: `Decision about ${target.name} signed` }),
        )
      }
    >
      {children}
      <Segmented
        name="choice"
        label="What is decided"
        value={choice}
        options={CHOICES}
        onChange={(value) => setChoice(value === "accept" ? "accept" : "invest")}
      />
      {choice === "invest" ? (
        <>
          <div className="grid grid-cols-2 gap-3">
            <Field label={`Budget in ${currency}`} error={errorOf("budgetCents")}>
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  min={0}
                  step="any"
                  required
                  value={budget}
                  onChange={(event) => setBudget(event.target.value)}
                />
              )}
            </Field>
            <Field label="Decided again by" error={errorOf("newDate")} hint={`At most ${NEW_DATE_DAYS} days ahead`}>
              {(control) => (
                <Input
                  {...control}
                  type="date"
                  required
                  min={addDays(today, 1)}
                  max={latest}
                  value={newDate}
                  onChange={(event) => setNewDate(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Field
            label="Exit test"
            error={errorOf("exitTest")}
            hint={`What must be true by ${dayText(newDate)} to go on.`}
          >
            {(control) => (
              <Input {...control} required value={exitTest} onChange={(event) => setExitTest(event.target.value)} />
            )}
          </Field>
        </>
      ) : (
        <p className="rounded-control bg-muted px-3 py-2">
          The forecast says lost, and the hours go to accounts that can still be kept.
        </p>
      )}
      <Field label="Why" error={errorOf("note")}>
        {(control) => (
          <Textarea {...control} rows={2} required value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" required checked={isSigned} onChange={(event) => setSigned(event.target.checked)} />I
        sign this with my name. It cannot be changed or taken back.
      </label>
    </WorkForm>
  );
}
