"use client";
import {
  type ClipboardEvent,
  type Dispatch,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { cx } from "@/components/ui/cx";
import type { Day } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import type { Question } from "@/lib/core/scorecard/reasons";
import { tableText } from "@/lib/core/scorecard/table-text";
import { GridColumns, GridHead } from "./grid-head";
import { copied, rangeOf, selectedIn } from "./grid-range";
import { COLUMNS, type Cursor, type Grid, type GridState } from "./grid-state";
import { type Intent, intentOf } from "./key-intent";
import { questionOf } from "./question-of";
import type { GridAction } from "./reduce-grid";
import { cellId, ScorecardRow } from "./scorecard-row";
import { usePageKeys } from "./use-page-keys";

interface Props {
  label: string;
  state: GridState;
  dispatch: Dispatch<GridAction>;
  grid: Grid;
  /** The cell that has the cursor or, before it has been anywhere, the one in which the grid is entered. */
  cursor: Cursor | null;
  today: Day;
  currency: string;
  onConfirmAll: () => void;
  onSubmitReady: () => void;
}

/** Rows of one group are painted together: a key paints its own group, and the browser keeps the pictures of the others. */
const GROUP = 8;
/** A table whose cells are moved through and answered is a grid to readers. */
const GRID = { role: "grid", "aria-multiselectable": true } as const;

/** The month as a grid: one Tab stop, moved through by arrows, answered by 1 2 3, confirmed by Enter. */
export function ScorecardTable({ label, grid, cursor, state, dispatch, today, currency, ...all }: Props) {
  const { rows } = grid;
  const table = useRef<HTMLTableElement>(null);
  const [menu, setMenu] = useState<{ accountId: number; question: Question } | null>(null);
  useFollow(table, state);

  const onMenu = useCallback(
    (accountId: number, question: Question | null) => setMenu(question && { accountId, question }),
    [],
  );
  const enter = () => cursor && dispatch({ type: "focus", cursor: { ...cursor } });
  const press = (intent: Intent) => {
    if (!cursor) return;
    setMenu(null);
    if (intent.type === "confirm_all") return all.onConfirmAll();
    if (intent.type === "submit_ready") return all.onSubmitReady();
    const question = questionOf(cursor.column);
    const row = rows.find(({ accountId }) => accountId === cursor.accountId);
    if (intent.type === "choose") return void (question && row?.answersAs && onMenu(cursor.accountId, question));
    // The cell that Tab reaches first is the cursor's before anything is pressed.
    if (state.cursor !== cursor) enter();
    dispatch({ type: "key", intent, grid });
  };
  usePageKeys({ enter, press });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest("thead, input, button")) return;
    const intent = intentOf(event);
    if (!intent || !cursor || (intent.type === "confirm" && cursor.column === "account")) return;
    event.preventDefault();
    event.stopPropagation();
    press(intent);
  };
  const onClick = (event: MouseEvent) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest("td") : null;
    const at = cell && cursorOf(cell.id, rows);
    if (!at || event.shiftKey) return;
    const row = rows.find(({ accountId }) => accountId === at.accountId);
    const question = questionOf(at.column);
    if (question && row?.answersAs) onMenu(at.accountId, question);
    else if (at.column === "note" && state.note?.accountId !== at.accountId) {
      dispatch({ type: "focus", cursor: at });
      dispatch({ type: "key", intent: { type: "note" }, grid });
    }
  };
  const onMouseDown = (event: MouseEvent) => {
    const cell = event.shiftKey && event.target instanceof HTMLElement ? event.target.closest("td") : null;
    const at = cell && cursorOf(cell.id, rows);
    if (!at) return;
    event.preventDefault();
    if (state.cursor !== cursor) enter();
    dispatch({ type: "extend_to", cursor: at });
  };
  const isTyping = ({ target }: ClipboardEvent) => target instanceof HTMLElement && target.closest("input") !== null;
  const onCopy = (event: ClipboardEvent) => {
    if (isTyping(event) || !cursor) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", tableText(copied({ ...state, cursor }, grid)));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event) || !cursor) return;
    event.preventDefault();
    if (state.cursor !== cursor) enter();
    dispatch({ type: "paste", text: event.clipboardData.getData("text/plain"), grid });
  };
  const range = rangeOf(state, grid);
  return (
    <section
      aria-label={label}
      className="relative focus-inset scroll-pt-10 scroll-pl-46 overflow-auto rounded-card border bg-card md:max-h-[calc(100dvh-16.5rem)] md:min-h-80"
    >
      <table
        ref={table}
        {...GRID}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className="w-full min-w-205 table-fixed border-separate border-spacing-0 text-left max-xl:min-w-225 min-[1760px]:min-w-290"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onMouseDown={onMouseDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <GridColumns />
        <GridHead />
        {inGroups(rows).map((group, at) => (
          <tbody
            key={group[0]?.accountId}
            className={cx(
              "isolate",
              group.some(({ accountId }) => accountId === state.note?.accountId) && "relative z-1",
            )}
          >
            {group.map((row, place) => {
              const index = at * GROUP + place;
              return (
                <ScorecardRow
                  key={row.accountId}
                  row={row}
                  confirmed={state.confirmed[row.accountId]}
                  index={index}
                  touched={state.edits[row.accountId]}
                  selected={selectedIn(range, index)}
                  active={cursor?.accountId === row.accountId ? cursor.column : null}
                  note={state.note?.accountId === row.accountId ? state.note : null}
                  menu={menu?.accountId === row.accountId ? menu.question : null}
                  grid={grid}
                  today={today}
                  currency={currency}
                  dispatch={dispatch}
                  onMenu={onMenu}
                />
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function inGroups(rows: readonly GridRow[]): readonly (readonly GridRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, at) => rows.slice(at * GROUP, (at + 1) * GROUP));
}

function cursorOf(id: string, rows: readonly GridRow[]): Cursor | null {
  const [, accountId, name] = id.split("-");
  const column = COLUMNS.find((each) => each === name);
  const row = rows.find((each) => String(each.accountId) === accountId);
  return column && row ? { accountId: row.accountId, column } : null;
}

/** Focus follows the cursor: to the field of an open note, else to the cell, unless it is in there already. */
function useFollow(table: React.RefObject<HTMLTableElement | null>, { cursor, note }: GridState) {
  useEffect(() => {
    if (!cursor) return;
    const cell = table.current?.querySelector<HTMLElement>(`#${cellId(cursor.accountId, cursor.column)}`);
    const field = note && cell?.querySelector("input");
    if ((field ?? cell)?.contains(document.activeElement)) return;
    const target = field ?? (cursor.column === "account" ? cell?.querySelector("a") : cell);
    target?.focus({ preventScroll: true });
    // Focus alone leaves a cell half under the account's column.
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [table, cursor, note]);
}
