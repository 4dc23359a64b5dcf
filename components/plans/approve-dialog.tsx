"use client";
import { useState } from "react";
import { causeName } from "@/components/account/open-plan";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useSaving } from "@/components/work/use-saving";
import { WorkForm } from "@/components/work/work-form";
import { approvePlan } from "@/lib/actions/work";
import { dayText } from "@/lib/format";
import type { PlanLine } from "./plan-line";

const VERDICTS = [
  { value: "approve", label: "Approve" },
  { value: "return", label: "Give it back" },
];

interface Props {
  plan: PlanLine;
  measures: readonly { key: string; name: string }[];
  onClose: () => void;
}

/** A recovery plan as leadership reads it: approved, or given back with a note. */
export function ApproveDialog({ plan, measures, onClose }: Props) {
  const { planId, version, name } = plan;
  const [verdict, setVerdict] = useState("approve");
  const [note, setNote] = useState("");
  const { save, isPending, error, fields } = useSaving(onClose);
  const isApproved = verdict === "approve";
  return (
    <WorkForm
      title={`Recovery plan of ${name}`}
      submit={isApproved ? "Approve" : "Give it back"}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        save(
          () =>
            approvePlan(
              isApproved ? { planId, version, verdict: "approve" } : { planId, version, verdict: "return", note },
            ),
          () => ({
            title: isApproved ? `Plan of ${name} approved: its clock stops` : `Plan of ${name} given back`,
          }),
        )
      }
    >
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1">
        {wordsOf(plan, measures).map(([term, words]) => (
          <div key={term} className="contents">
            <dt className="text-muted-foreground">{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Segmented name="verdict" label="Your word" value={verdict} options={VERDICTS} onChange={setVerdict} />
      {isApproved ? (
        <p className="text-muted-foreground text-xs">It stands with your name and today's date, and stops the clock.</p>
      ) : (
        <Field label="What it still needs" error={fields.note}>
          {(control) => (
            <Textarea {...control} rows={2} required value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
      )}
    </WorkForm>
  );
}

function wordsOf(plan: PlanLine, measures: Props["measures"]): [string, string][] {
  const { cause, goal, goalAgreedOn, measureKey, measureFrom, measureTo, nextStep, dueOn } = plan;
  const measure = measures.find(({ key }) => key === measureKey)?.name ?? measureKey ?? "none";
  const ends = measureFrom !== null && measureTo !== null ? `, from ${measureFrom} to ${measureTo}` : "";
  return [
    ["Cause", cause ? causeName(cause) : "none"],
    ["Goal", `${goal ?? "none"} (agreed with the customer ${dayText(goalAgreedOn)})`],
    ["Measure", measure + ends],
    ["Next step", `${nextStep ?? "none"}, by ${dayText(dueOn)}`],
    ["Owner", plan.owner ?? "nobody"],
    ["Sponsor", plan.sponsor ?? "nobody"],
    ["Submitted", `${dayText(plan.submittedOn)}${plan.submittedBy ? `, ${plan.submittedBy}` : ""}`],
  ];
}
