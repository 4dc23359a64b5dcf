"use client";
import { type Dispatch, memo } from "react";
import { cx } from "@/components/ui/cx";
import type { Day } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { QUESTIONS, type Question } from "@/lib/core/scorecard/reasons";
import { dayShort, dayText, moneyFull, moneyShort, untilText } from "@/lib/format";
import { AccountCell } from "./account-cell";
import { AnswerFace } from "./answer-cell";
import { AnswerMenu } from "./answer-menu";
import { ConflictRow } from "./conflict-row";
import { WHERE_NO_RAIL, WHERE_WIDE } from "./grid-head";
import {
  type Column,
  type Confirmed,
  currentRow,
  type Edit,
  editOf,
  type Grid,
  type OpenNote,
  viewIn,
} from "./grid-state";
import { Measured, PeopleSay } from "./measured-cells";
import { NoteInput } from "./note-cell";
import { noteLine } from "./note-line";
import type { GridAction } from "./reduce-grid";

export const cellId = (accountId: number, column: Column) => `cell-${accountId}-${column}`;

interface Props {
  row: GridRow;
  /** What was confirmed and typed since the page was loaded; absent where nothing was, so that untouched rows stay. */
  confirmed: Confirmed | undefined;
  touched: Edit | undefined;
  index: number;
  /** The column of this row that Tab reaches, where it is this row's turn. */
  active: Column | null;
  /** The columns of this row in the selected range, as one word. */
  selected: string;
  note: OpenNote | null;
  menu: Question | null;
  grid: Grid;
  today: Day;
  currency: string;
  dispatch: Dispatch<GridAction>;
  onMenu: (accountId: number, question: Question | null) => void;
}

const cell = "h-10 border-b px-1.5 py-0.5 align-middle pointer-coarse:h-12";

/** One account of the month. */
export const ScorecardRow = memo(function ScorecardRow(props: Props) {
  const {
    row: loaded,
    confirmed,
    touched,
    index,
    active,
    selected,
    note,
    menu,
    grid,
    today,
    currency,
    dispatch,
    onMenu,
  } = props;
  const isSelected = (column: Column) => selected.split(" ").includes(column);
  const { accountId } = loaded;
  const state = {
    edits: touched ? { [accountId]: touched } : {},
    confirmed: confirmed ? { [accountId]: confirmed } : {},
  };
  const row = currentRow(loaded, confirmed);
  const edit = editOf(state, loaded);
  const view = viewIn(state, loaded, grid.hideMeasured);
  const last = row.card ?? row.previous;
  const dates = `Renews ${dayText(row.endsOn)}, decides by ${dayText(row.decideBy)}`;
  const focusable = (column: Column) => ({
    id: cellId(accountId, column),
    tabIndex: active === column ? (0 as const) : (-1 as const),
    // A table cell of a grid is a gridcell, which may be read-only.
    "aria-readonly": row.answersAs === null && column !== "account" ? true : undefined,
    "aria-selected": selected === "" ? undefined : isSelected(column),
    onFocus: () => active !== column && dispatch({ type: "focus", cursor: { accountId, column } }),
  });
  return (
    <>
      <tr
        aria-rowindex={index + 2}
        className={cx(active && "bg-muted", edit.failed && "shadow-[inset_3px_0_0_var(--foreground)]")}
      >
        <th
          scope="row"
          {...focusable("account")}
          tabIndex={undefined}
          title={`${moneyFull(row.arrCents, currency)} ARR. ${dates}`}
          className={cx(cell, "sticky left-0 z-1 bg-card pl-1 text-left font-normal", active && "bg-muted")}
        >
          <AccountCell
            row={row}
            view={view}
            edit={edit}
            tabIndex={active === "account" ? 0 : -1}
            onConfirm={() => dispatch({ type: "confirm", row: loaded, grid })}
          />
        </th>
        <td className={cx(cell, "text-right", WHERE_WIDE)} title={moneyFull(row.arrCents, currency)}>
          {moneyShort(row.arrCents, currency)}
        </td>
        <td className={cx(cell, "text-right whitespace-nowrap", WHERE_WIDE)} title={dates}>
          {row.endsOn ? untilText(today, row.endsOn) : "—"}
        </td>
        <td className={cell}>
          <Measured value={row.score} tone={row.scoreTone} isShown={view.showsMeasured} />
        </td>
        {QUESTIONS.map((question) => (
          <td
            key={question}
            {...focusable(question)}
            className={cx(
              cell,
              "focus-inset",
              row.answersAs && "cursor-pointer hover:bg-muted",
              isSelected(question) && "bg-heat-0",
            )}
          >
            <AnswerFace question={question} cell={view.cells[question]} />
            {menu === question && (
              <AnswerMenu
                question={question}
                answer={view.cells[question].answer}
                onPick={(value) => dispatch({ type: "answer", row: loaded, question, value, grid })}
                onClose={() => onMenu(accountId, null)}
              />
            )}
          </td>
        ))}
        <td
          {...focusable("note")}
          title={noteLine(view.notes)}
          className={cx(cell, "focus-inset", isSelected("note") && "bg-heat-0", note && "relative z-1")}
        >
          {note ? (
            <NoteInput
              note={note}
              text={edit.notes[note.question] ?? ""}
              standing={view.notes[note.question]}
              onChange={(text) => dispatch({ type: "note", row: loaded, question: note.question, text })}
              onDone={() => dispatch({ type: "note_done", grid })}
              onLeave={() => dispatch({ type: "note_left" })}
            />
          ) : (
            <span className="block truncate text-muted-foreground">{noteLine(view.notes) || "—"}</span>
          )}
        </td>
        <td className={cell}>
          <PeopleSay view={view} />
        </td>
        <td className={cx(cell, WHERE_NO_RAIL)}>
          <Measured value={row.health} tone={row.tone} isShown={view.showsMeasured} />
        </td>
        <td
          className={cx(cell, "text-muted-foreground whitespace-nowrap", WHERE_WIDE)}
          title={last?.author ?? undefined}
        >
          {last ? dayShort(last.submittedOn) : "never"}
        </td>
      </tr>
      {edit.theirs && <ConflictRow row={loaded} mine={edit} theirs={edit.theirs} dispatch={dispatch} />}
    </>
  );
});
