import { CHAMPION, EXECUTIVE, OUTCOME } from "@/lib/core/scorecard/answers";

const SCALES: Record<"champion" | "executive" | "outcome", readonly string[]> = {
  champion: CHAMPION,
  executive: EXECUTIVE,
  outcome: OUTCOME,
};
const MARKS = ["●", "◐", "○"];

interface Props {
  question: keyof typeof SCALES;
  answer: string | null;
  /** Month, author and date, for the title. */
  about: string;
}

/** One answer of one month as a mark; the words are read and shown on hover. */
export function AnswerMark({ question, answer, about }: Props) {
  if (answer === null) return <span className="sr-only">no card</span>;
  const words = `${answer.replaceAll("_", " ")} (${about})`;
  return (
    <span title={words}>
      <span aria-hidden>{answer === "n/a" ? "–" : MARKS[SCALES[question].indexOf(answer)]}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
