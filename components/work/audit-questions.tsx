"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

/** The questions of a complacency audit: what a green score does not show. */
export const AUDIT_QUESTIONS = {
  second_champion: "Is there a second champion? Who?",
  last_executive: "When did an executive last speak with us?",
  without_power_users: "Would it be used without the power users?",
  result_proven: "Which result was proven in the last 6 months?",
  rival_offer: "Is there an offer of a rival?",
} as const;

const VERDICTS = [
  { value: "keep", label: "Keep: it is as good as it looks" },
  { value: "watch", label: "Watch: something is missing" },
  { value: "plan", label: "Plan: act now" },
];
export type Verdict = "keep" | "watch" | "plan";

interface Props {
  answers: Readonly<Record<string, string>>;
  onAnswer: (key: string, answer: string) => void;
  verdict: Verdict;
  onVerdict: (verdict: Verdict) => void;
}

/** The five questions, each with a line, and the verdict that is signed. */
export function AuditQuestions({ answers, onAnswer, verdict, onVerdict }: Props) {
  return (
    <>
      {Object.entries(AUDIT_QUESTIONS).map(([key, question]) => (
        <Field key={key} label={question}>
          {(control) => (
            <Input
              {...control}
              required
              value={answers[key] ?? ""}
              onChange={(event) => onAnswer(key, event.target.value)}
            />
          )}
        </Field>
      ))}
      <Field label="Verdict" hint="Signed with your name; it stays.">
        {(control) => (
          <Select
            {...control}
            value={verdict}
            onChange={(event) => onVerdict(event.target.value as Verdict)}
            options={VERDICTS}
          />
        )}
      </Field>
    </>
  );
}
