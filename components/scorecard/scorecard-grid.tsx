"use client";
import { useMemo, useReducer, useState } from "react";
import { useOwnUndo } from "@/components/shell/undo-provider";
import { EmptyState } from "@/components/ui/empty-state";
import { useToast } from "@/components/ui/toast";
import { useIsPhone } from "@/components/ui/use-is-phone";
import type { Day, Month } from "@/lib/core/calendar";
import type { CardFacts } from "@/lib/core/scorecard/card-facts";
import type { CardExpiry, GridRow } from "@/lib/core/scorecard/grid-row";
import type { Wording } from "@/lib/core/scorecard/questions";
import { monthText } from "@/lib/format";
import { AccountRail } from "./account-rail";
import { DefinitionsProvider } from "./definitions-provider";
import { entryCell } from "./entry-cell";
import { FailedList } from "./failed-list";
import { FilterChips } from "./filter-chips";
import { belongs, countsOf, type Show } from "./grid-counts";
import { GridKeys } from "./grid-keys";
import { GridProgress } from "./grid-progress";
import { currentRow, EMPTY, type GridState, viewIn } from "./grid-state";
import { PhoneCards } from "./phone-cards";
import { reduceGrid } from "./reduce-grid";
import { RefusedCells } from "./refused-cells";
import { SaveStatus } from "./save-status";
import { ScorecardTable } from "./scorecard-table";
import { SUBMIT_MONTH, SubmitMonth } from "./submit-month";
import { useKeptWork } from "./use-kept-work";
import { useSaving } from "./use-saving";

interface Props {
  rows: readonly GridRow[];
  /** What is known of each account beside its scores, since the day that the last month's cards were due. */
  facts: readonly CardFacts[];
  /** When each card in force expires, and what health would be then. */
  expiries: readonly CardExpiry[];
  definitions: Wording;
  since: Day;
  period: Month;
  dueOn: Day;
  today: Day;
  currency: string;
  hideMeasured: boolean;
  author: { personId: number; name: string };
  shows: readonly Show[];
  /** Which rows these are: the chosen rows stay as they are while someone works, until this or a filter changes. */
  scope: string;
  /** The account whose row has the cursor when the grid opens. */
  start: number | null;
  hrefs: Record<Show | "all", string>;
  /** Whether the month is the viewer's to submit. */
  submits: boolean;
}

/** The month's scorecards: progress, filters, and the grid with the account in brief or, on a phone, one account at a time. */
export function ScorecardGrid(props: Props) {
  const { rows, facts, since, period, dueOn, today, currency, hideMeasured, author, shows, scope, hrefs } = props;
  const toast = useToast();
  const isPhone = useIsPhone();
  const [state, dispatch] = useReducer(reduceGrid, props.start, begunAt);
  useKeptWork(`scorecards ${author.personId} ${period}`, state, rows, dispatch);
  const saving = useSaving({ state, dispatch, rows, period, today, author: author.name });
  useOwnUndo({
    undo: () => dispatch({ type: "undo", rows }),
    redo: () => dispatch({ type: "redo", rows }),
    inFields: false,
  });
  const { edits, confirmed } = state;
  const work = useMemo(() => ({ edits, confirmed }), [edits, confirmed]);
  const counts = useMemo(
    () => countsOf(work, rows, hideMeasured, today, dueOn),
    [work, rows, hideMeasured, today, dueOn],
  );
  const visible = useChosen(rows, `${scope} ${shows.join()}`, (row) =>
    shows.every((show) => belongs(state, row, show, hideMeasured, today)),
  );
  const grid = useMemo(() => ({ rows: visible, hideMeasured }), [visible, hideMeasured]);
  const confirmAll = () => {
    dispatch({ type: "confirm_all", grid });
    if (counts.unchangedLacking > 0) toast({ title: `${counts.unchangedLacking} unchanged cards need a reason first` });
  };
  const submitReady = () => {
    if (counts.ready === 0) return document.getElementById(SUBMIT_MONTH)?.focus();
    dispatch({ type: "submit_ready", grid });
  };
  const cursor = entryCell(state, grid);
  const focused = visible.find(({ accountId }) => accountId === cursor?.accountId);
  return (
    <DefinitionsProvider definitions={props.definitions}>
      <GridProgress
        {...{ counts, dueOn, today }}
        onConfirmAll={confirmAll}
        onSubmitReady={submitReady}
        onNextReason={() => {
          if (cursor) dispatch({ type: "focus", cursor });
          dispatch({ type: "key", intent: { type: "next_reason" }, grid });
        }}
        submit={
          props.submits && (
            <SubmitMonth period={period} due={counts.total} confirmed={counts.confirmed} isBusy={saving.unsaved > 0} />
          )
        }
      >
        <SaveStatus {...saving} failed={counts.failed} onRetry={() => dispatch({ type: "retry" })} />
      </GridProgress>
      <FailedList state={state} rows={rows} dispatch={dispatch} />
      <RefusedCells refused={state.refused} onRead={() => dispatch({ type: "refused_read" })} />
      <FilterChips counts={counts.shows} total={rows.length} shows={shows} hrefs={hrefs} />
      {visible.length === 0 ? (
        <EmptyState kind="nothing_matches" title="No card matches these filters" />
      ) : (
        <>
          {isPhone !== true && (
            <div className="flex gap-4 max-md:hidden">
              <div className="min-w-0 flex-1">
                <ScorecardTable
                  label={`Scorecards of ${monthText(period)}`}
                  {...{ grid, cursor, state, dispatch, today, currency }}
                  onConfirmAll={confirmAll}
                  onSubmitReady={submitReady}
                />
                <GridKeys />
              </div>
              {focused && (
                <AccountRail
                  row={currentRow(focused, state.confirmed[focused.accountId])}
                  view={viewIn(state, focused, hideMeasured)}
                  facts={facts.find(({ accountId }) => accountId === focused.accountId) ?? null}
                  expiry={props.expiries.find(({ accountId }) => accountId === focused.accountId) ?? null}
                  {...{ since, currency }}
                />
              )}
            </div>
          )}
          {isPhone !== false && <PhoneCards grid={grid} state={work} dispatch={dispatch} currency={currency} />}
        </>
      )}
    </DefinitionsProvider>
  );
}

function begunAt(accountId: number | null): GridState {
  return accountId === null ? EMPTY : { ...EMPTY, cursor: { accountId, column: "champion" } };
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
