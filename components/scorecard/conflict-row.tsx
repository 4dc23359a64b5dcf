"use client";
import type { Dispatch } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { DraftCard, GridRow } from "@/lib/core/scorecard/grid-row";
import { WHERE_NO_RAIL, WHERE_WIDE } from "./grid-head";
import type { GridAction } from "./reduce-grid";
import type { Typed } from "./row-view";
import { typedWords } from "./typed-words";

interface Props {
  row: GridRow;
  mine: Typed;
  theirs: DraftCard;
  dispatch: Dispatch<GridAction>;
}

/** Two people changed one card: both versions, and whose stays. */
export function ConflictRow({ row, mine, theirs, dispatch }: Props) {
  const who = theirs.author ?? "Someone else";
  return (
    <tr>
      <td colSpan={7} className="border-b bg-muted px-3 py-2">
        <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="font-medium">
            {who} changed <bdi>{row.name}</bdi> meanwhile.
          </span>
          <span>
            {who}: {typedWords(theirs)}
          </span>
          <span>You: {typedWords(mine)}</span>
          <span className="flex gap-2">
            <Button size="sm" onClick={() => dispatch({ type: "resolve", row, keep: "theirs" })}>
              Keep theirs
            </Button>
            <Button size="sm" onClick={() => dispatch({ type: "resolve", row, keep: "mine" })}>
              Use mine
            </Button>
          </span>
        </div>
      </td>
      <td className={cx("border-b bg-muted", WHERE_NO_RAIL)} />
      <td colSpan={3} className={cx("border-b bg-muted", WHERE_WIDE)} />
    </tr>
  );
}
