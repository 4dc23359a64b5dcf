"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Target } from "@/components/work/target";
import type { Day } from "@/lib/core/calendar";
import type { CaseKind } from "@/lib/core/playbook/case-review";
import { CaseForm } from "./case-form";
import { type OutcomeFacts, OutcomeForm } from "./outcome-form";

interface Props {
  target: Target;
  today: Day;
  currency: string;
  now: { arrCents: number | null; endsOn: Day | null };
  latest: OutcomeFacts | null;
  /** The review that is due, and the outcome that it is about. */
  due: { kind: CaseKind; outcome: OutcomeFacts | null } | null;
}

/** What can be said about an account's end of term: its outcome, corrected too, and the review of a loss or a save. */
export function CaseActions({ target, today, currency, now, latest, due }: Props) {
  const [form, setForm] = useState<"outcome" | "correct" | CaseKind | null>(null);
  const close = () => setForm(null);
  const isLost = latest?.kind === "churned" || latest?.kind === "downsold";
  const name = { loss: "Loss review", save: "Save review" };
  const other: CaseKind = isLost ? "loss" : "save";
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {due ? (
        <Button variant="primary" onClick={() => setForm(due.kind)}>
          {name[due.kind]}
        </Button>
      ) : (
        <Button onClick={() => setForm(other)}>{name[other]}</Button>
      )}
      <Button onClick={() => setForm("outcome")}>Record outcome</Button>
      {latest && <Button onClick={() => setForm("correct")}>Correct the last outcome</Button>}
      {(form === "outcome" || form === "correct") && (
        <OutcomeForm
          {...{ target, today, currency, now }}
          outcome={form === "correct" ? latest : null}
          onClose={close}
        />
      )}
      {(form === "loss" || form === "save") && (
        <CaseForm
          target={target}
          kind={form}
          outcome={form === due?.kind ? due.outcome : form === "loss" ? latest : null}
          onClose={close}
        />
      )}
    </div>
  );
}
