"use client";
import { QuestionInfo } from "@/components/scorecard/grid-head";
import { noteLabel } from "@/components/scorecard/note-cell";
import type { CellView } from "@/components/scorecard/row-view";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import type { Lack, Question } from "@/lib/core/scorecard/reasons";
import { monthText } from "@/lib/format";

interface Props {
  question: Question;
  cell: CellView;
  /** What is typed as its reason; null where nothing is. */
  note: string | null;
  /** The reason that stands. */
  standing: string | null;
  lack: Lack | undefined;
  disabled: boolean;
  onAnswer: (value: string) => void;
  onNote: (text: string) => void;
}

/** One question with its answers in place; the reason opens below it where one is asked for. */
export function AnswerRow({ question, cell, note, standing, lack, disabled, onAnswer, onNote }: Props) {
  const { name, options } = QUESTION_WORDS[question];
  const isOpen = lack !== undefined || note !== null;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex w-28 items-center font-medium">
          {name} <QuestionInfo question={question} />
        </span>
        <Segmented
          name={`answer-${question}`}
          label={name}
          value={cell.answer ?? null}
          options={options.map(({ value, word }) => ({ value, label: value === "n/a" ? "n/a" : word }))}
          disabled={disabled}
          onChange={onAnswer}
        />
        <span className="text-muted-foreground text-xs">{stateWords(cell)}</span>
      </div>
      {isOpen ? (
        <Field label={noteLabel({ question, why: lack?.why ?? null })} className="max-w-prose text-xs">
          {(control) => (
            <Input
              {...control}
              value={note ?? ""}
              maxLength={500}
              disabled={disabled}
              onChange={(event) => onNote(event.target.value)}
            />
          )}
        </Field>
      ) : (
        standing && <p className="max-w-prose text-muted-foreground text-xs">{standing}</p>
      )}
    </div>
  );
}

function stateWords({ state, from }: CellView): string {
  switch (state) {
    case "confirmed":
      return "";
    case "given":
      return "not saved yet";
    case "carried":
      return from ? `from ${monthText(from)}` : "";
    case "empty":
      return "not answered";
  }
}
