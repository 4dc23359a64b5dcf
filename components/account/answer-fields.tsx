import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Question } from "@/lib/core/health/reach-step";
import { type Answers, CHAMPION, EXECUTIVE, OUTCOME } from "@/lib/core/scorecard/answers";

interface Props {
  answers: Answers;
  onChange: (question: Question, answer: string) => void;
}

const QUESTIONS = [
  { question: "champion", label: "Champion", answers: CHAMPION },
  { question: "executive", label: "Executive", answers: [...EXECUTIVE, "n/a"] },
  { question: "outcome", label: "Outcome narrative", answers: OUTCOME },
] as const;

/** The three answers of a scorecard, to try others. */
export function AnswerFields({ answers, onChange }: Props) {
  return QUESTIONS.map(({ question, label, answers: choices }) => (
    <Field key={question} label={label}>
      {(control) => (
        <Select
          {...control}
          value={answers[question]}
          onChange={(event) => onChange(question, event.target.value)}
          options={choices.map((answer) => ({ value: answer, label: answer.replaceAll("_", " ") }))}
        />
      )}
    </Field>
  ));
}
