import type { Day } from "@/lib/core/calendar";
import { CASE_QUESTIONS, type CaseKind } from "@/lib/core/playbook/case-review";
import { dayText } from "@/lib/format";
import { avoidableText, causeText, questionOf } from "./outcome-words";

interface Reviewed {
  kind: CaseKind;
  heldOn: Day;
  by: string | null;
  answers: Readonly<Record<string, string>>;
}

/** The signed answers about a loss or a save, folded under who signed them. */
export function CaseAnswers({ review: { kind, heldOn, by, answers } }: { review: Reviewed }) {
  return (
    <details className="mt-3">
      <summary className="cursor-pointer font-medium">
        {kind === "loss" ? "Loss review" : "Save review"}, {dayText(heldOn)}
        {by && `, signed by ${by}`}
      </summary>
      <dl className="mt-1 flex flex-col gap-1">
        {CASE_QUESTIONS.map(({ key }) => (
          <div key={key}>
            <dt className="text-muted-foreground text-xs">{questionOf(kind, key)}</dt>
            <dd className="whitespace-pre-wrap break-words">{answers[key] ?? "—"}</dd>
          </div>
        ))}
        <div>
          <dt className="text-muted-foreground text-xs">Cause, confirmed</dt>
          <dd>
            {causeText(answers.cause ?? null)}
            {avoidableText(answers.avoidable === undefined ? null : answers.avoidable === "yes")}
          </dd>
        </div>
      </dl>
    </details>
  );
}
