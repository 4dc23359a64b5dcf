import { QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { type Notes, QUESTIONS } from "@/lib/core/scorecard/reasons";

/** A card's reasons in full, each by the answer it is for; those not given are left out. */
export function CardReasons({ notes }: { notes: Notes }) {
  return (
    <dl className="flex flex-col gap-1">
      {QUESTIONS.filter((question) => notes[question] !== null).map((question) => (
        <div key={question} className="break-words">
          <dt className="inline text-muted-foreground">{QUESTION_WORDS[question].name}:</dt>{" "}
          <dd className="inline">{notes[question]}</dd>
        </div>
      ))}
    </dl>
  );
}
