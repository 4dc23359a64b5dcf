"use client";
import { type Dispatch, memo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { dayText, moneyShort, monthText } from "@/lib/format";
import { QuestionInfo } from "./grid-head";
import { currentRow, editOf, type Grid, type GridState, viewIn } from "./grid-state";
import { Measured, PeopleSay } from "./measured-cells";
import { noteLabel } from "./note-cell";
import { openRow } from "./open-row";
import type { GridAction } from "./reduce-grid";

interface Props {
  grid: Grid;
  state: Pick<GridState, "edits" | "confirmed">;
  dispatch: Dispatch<GridAction>;
  currency: string;
}

/** One account a screen: three rows of answers, a reason where one is asked for, and on to the next that is to be confirmed. */
export const PhoneCards = memo(function PhoneCards({ grid, state, dispatch, currency }: Props) {
  const [index, setIndex] = useState(() => Math.max(0, openRow(state, grid)));
  const loaded = grid.rows[Math.min(index, grid.rows.length - 1)];
  if (!loaded) return null;
  const row = currentRow(loaded, state.confirmed[loaded.accountId]);
  const view = viewIn(state, loaded, grid.hideMeasured);
  const edit = editOf(state, loaded);
  const carriedFrom = QUESTIONS.map((question) => view.cells[question].from).find((from) => from !== null);
  const canAnswer = row.answersAs !== null;
  const confirm = () => {
    dispatch({ type: "confirm", row: loaded, grid });
    if (!view.answers || view.lacking.length > 0) return;
    const open = openRow(state, grid, index + 1);
    setIndex(open < 0 ? Math.min(index + 1, grid.rows.length - 1) : open);
  };
  return (
    <section aria-label={row.name} className="flex flex-col gap-3 rounded-card border bg-card p-4 md:hidden">
      <header>
        <h2 className="font-semibold text-base">
          <bdi>{row.name}</bdi>
        </h2>
        <p className="text-muted-foreground">
          {moneyShort(row.arrCents, currency)} · renews {dayText(row.endsOn)} · {index + 1} of {grid.rows.length}
        </p>
        {carriedFrom && <p>Carried over from {monthText(carriedFrom)}, not confirmed yet</p>}
      </header>
      {QUESTIONS.map((question) => {
        const { name, options } = QUESTION_WORDS[question];
        const lack = view.lacking.find((each) => each.question === question);
        const isOpen = lack !== undefined || edit.notes[question] !== null;
        return (
          <div key={question} className="flex flex-col gap-1">
            <span className="flex items-center font-medium">
              {name} <QuestionInfo question={question} />
            </span>
            <Segmented
              name={`${question}-${row.accountId}`}
              label={name}
              value={view.cells[question].answer ?? null}
              options={options.map(({ value, word }) => ({ value, label: value === "n/a" ? "n/a" : word }))}
              disabled={!canAnswer}
              onChange={(value) => dispatch({ type: "answer", row: loaded, question, value, grid })}
            />
            {isOpen && canAnswer && (
              <Field label={noteLabel({ question, why: lack?.why ?? null })} className="text-xs">
                {(control) => (
                  <Input
                    {...control}
                    value={edit.notes[question] ?? ""}
                    maxLength={500}
                    onChange={(event) => dispatch({ type: "note", row: loaded, question, text: event.target.value })}
                  />
                )}
              </Field>
            )}
          </div>
        );
      })}
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1">
        <dt className="text-muted-foreground">People say</dt>
        <dd>
          <PeopleSay view={view} />
        </dd>
        <dt className="text-muted-foreground">Measured</dt>
        <dd>
          <Measured value={row.score} tone={row.scoreTone} isShown={view.showsMeasured} />
        </dd>
        <dt className="text-muted-foreground">Health</dt>
        <dd>
          <Measured value={row.health} tone={row.tone} isShown={view.showsMeasured} />
        </dd>
      </dl>
      {edit.failed && <p role="alert">{edit.failed.message}</p>}
      <div className="flex gap-2">
        <Button disabled={index === 0} onClick={() => setIndex(index - 1)}>
          Back
        </Button>
        <Button disabled={index >= grid.rows.length - 1} onClick={() => setIndex(index + 1)}>
          Next
        </Button>
        {canAnswer && (
          <Button
            variant="primary"
            className="ml-auto"
            disabled={!view.answers || view.lacking.length > 0}
            onClick={confirm}
          >
            {view.isConfirmed ? "Confirmed" : "Confirm, next"}
          </Button>
        )}
      </div>
    </section>
  );
});
