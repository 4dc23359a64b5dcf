"use client";
import { useMemo, useReducer, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { useToast } from "@/components/ui/toast";
import type { Day, Month } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { dayShort, monthText } from "@/lib/format";
import { FilterChips } from "./filter-chips";
import { belongs, countsOf, type Show } from "./grid-counts";
import { EMPTY } from "./grid-state";
import { PhoneCards } from "./phone-cards";
import { reduceGrid } from "./reduce-grid";
import { SaveStatus } from "./save-status";
import { ScorecardTable } from "./scorecard-table";
import { useSaving } from "./use-saving";

interface Props {
  rows: readonly GridRow[];
  period: Month;
  dueOn: Day;
  today: Day;
  currency: string;
  hideMeasured: boolean;
  author: string;
  shows: readonly Show[];
  /** Which rows these are: the chosen rows stay as they are while someone works, until this or a filter changes. */
  scope: string;
  hrefs: Record<Show | "all", string>;
}

/** The month's scorecards: progress, filters, and the grid or, on a phone, one account at a time. */
export function ScorecardGrid(props: Props) {
  const { rows, period, dueOn, today, currency, hideMeasured, author, shows, scope, hrefs } = props;
  const toast = useToast();
  const [state, dispatch] = useReducer(reduceGrid, EMPTY);
  const saving = useSaving({ state, dispatch, rows, period, today, author });
  const counts = countsOf(state, rows, hideMeasured, today);
  const visible = useChosen(rows, `${scope} ${shows.join()}`, (row) =>
    shows.every((show) => belongs(state, row, show, hideMeasured, today)),
  );
  const grid = useMemo(() => ({ rows: visible, hideMeasured }), [visible, hideMeasured]);
  const confirmAll = () => {
    dispatch({ type: "confirm_all", grid });
    if (counts.unchangedLacking > 0) toast({ title: `${counts.unchangedLacking} unchanged cards need a reason first` });
  };
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          <strong className="font-semibold">
            {counts.confirmed} of {counts.total} confirmed
          </strong>
          {` · due ${dayShort(dueOn)} · ${counts.changed} changed`}
        </p>
        <progress className="sr-only" max={counts.total} value={counts.confirmed} aria-label="Confirmed" />
        <SaveStatus {...saving} failed={counts.failed} onRetry={() => dispatch({ type: "retry" })} />
        <span className="ml-auto flex gap-2 max-md:ml-0">
          {counts.unchanged > 0 && <Button onClick={confirmAll}>Confirm {counts.unchanged} unchanged</Button>}
          {counts.ready > 0 && (
            <Button variant="primary" onClick={() => dispatch({ type: "submit_ready", grid })}>
              Submit {counts.ready} answered
            </Button>
          )}
        </span>
      </div>
      <FilterChips counts={counts.shows} total={rows.length} shows={shows} hrefs={hrefs} />
      {visible.length === 0 ? (
        <EmptyState kind="nothing_matches" title="No card matches these filters" />
      ) : (
        <>
          <div className="max-md:hidden">
            <ScorecardTable
              label={`Scorecards of ${monthText(period)}`}
              {...{ grid, state, dispatch, today, currency }}
              onConfirmAll={confirmAll}
            />
            <p className="mt-2 text-muted-foreground text-xs">
              <Kbd>1</Kbd> <Kbd>2</Kbd> <Kbd>3</Kbd> best, middle, worst · <Kbd>Enter</Kbd> confirm and down ·{" "}
              <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> confirm all unchanged · <Kbd>n</Kbd> note · <Kbd>0</Kbd> clear ·{" "}
              <Kbd>Space</Kbd> choose
            </p>
          </div>
          <PhoneCards grid={grid} state={state} dispatch={dispatch} currency={currency} />
        </>
      )}
    </>
  );
}

/** The rows that a test chose when the key last changed: one that is confirmed does not vanish from under the cursor. */
function useChosen(rows: readonly GridRow[], key: string, test: (row: GridRow) => boolean): readonly GridRow[] {
  const [chosen, setChosen] = useState(() => choiceOf(rows, key, test));
  const current = chosen.key === key ? chosen : choiceOf(rows, key, test);
  if (current !== chosen) setChosen(current);
  return useMemo(() => rows.filter(({ accountId }) => current.ids.has(accountId)), [rows, current]);
}

function choiceOf(rows: readonly GridRow[], key: string, test: (row: GridRow) => boolean) {
  return { key, ids: new Set(rows.filter(test).map(({ accountId }) => accountId)) };
}
