"use client";
import type { Dispatch } from "react";
import { Button } from "@/components/ui/button";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { editOf, type GridState } from "./grid-state";
import type { GridAction } from "./reduce-grid";
import { typedWords } from "./typed-words";

interface Props {
  state: GridState;
  rows: readonly GridRow[];
  dispatch: Dispatch<GridAction>;
}

const MOST_SHOWN = 5;

/** What the server did not take, each with what was typed and a way to try again. Rows that two people changed show both
 * values in the grid instead. */
export function FailedList({ state, rows, dispatch }: Props) {
  const failed = rows.flatMap((row) => {
    const edit = editOf(state, row);
    return edit.failed && !edit.theirs ? [{ row, edit, failed: edit.failed }] : [];
  });
  if (failed.length === 0) return null;
  const words = failed.map(({ row, edit }) => `${row.name}: ${typedWords(edit)}`);
  return (
    <section aria-label="Not saved" className="mb-3 rounded-card border border-foreground bg-card p-3">
      <ul role="alert" className="flex flex-col gap-1">
        {failed.slice(0, MOST_SHOWN).map(({ row, edit, failed: { message } }) => (
          <li key={row.accountId} className="flex flex-wrap items-center gap-x-3">
            <span className="font-medium">
              <bdi>{row.name}</bdi>
            </span>
            <span className="min-w-0 break-words">{typedWords(edit)}</span>
            <span className="text-muted-foreground">{message}</span>
            <Button size="sm" onClick={() => dispatch({ type: "retry", accountId: row.accountId })}>
              Retry <span className="sr-only">{row.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex items-center gap-3 text-muted-foreground text-xs">
        {failed.length > MOST_SHOWN && `and ${failed.length - MOST_SHOWN} more. `}
        What you typed is kept in this browser until it is saved.
        <Button size="sm" onClick={() => void navigator.clipboard.writeText(words.join("\n"))}>
          Copy as text
        </Button>
      </p>
    </section>
  );
}
