"use client";
import { cx } from "@/components/ui/cx";
import { answerWord, rankOf } from "@/lib/core/scorecard/questions";
import type { Question } from "@/lib/core/scorecard/reasons";
import { monthText } from "@/lib/format";
import { AnswerGlyph } from "./answer-glyph";
import type { CellView } from "./row-view";

/** An answer by shape and word: faint and dotted where it is carried over, with the month it is from. */
export function AnswerFace({ question, cell }: { question: Question; cell: CellView }) {
  const { answer, state, from } = cell;
  if (state === "empty") return <span className="text-muted-foreground">Not answered</span>;
  const word = answerWord(question, answer);
  return (
    <span className={cx("flex items-center gap-1.5", state === "carried" && "opacity-70")}>
      <AnswerGlyph rank={rankOf(question, answer)} />
      <span className="min-w-0 leading-4">
        <span
          className={cx(
            "whitespace-nowrap",
            state === "carried" && "underline decoration-dotted underline-offset-3",
            state === "given" && "font-semibold",
          )}
        >
          {answer === "n/a" ? <abbr title={word}>n/a</abbr> : word}
        </span>
        {from && <span className="block text-xs">from {monthText(from).slice(0, 3)}</span>}
        {state === "given" && <span className="block text-muted-foreground text-xs">draft</span>}
      </span>
    </span>
  );
}
