import { expect, test } from "vitest";
import { EMPTY, editOf, isUnsaved, typed, viewIn } from "@/components/scorecard/grid-state";
import { keptFrom, keptOf } from "@/components/scorecard/kept-work";
import { pendingDrafts } from "@/components/scorecard/pending";
import { reduceGrid } from "@/components/scorecard/reduce-grid";
import { aRow } from "./a-row";

const rows = [aRow(1), aRow(2)];
const changed = typed(EMPTY, aRow(1), { answers: { champion: "missing" }, notes: { champion: "Left" } });
const failed = (isOffline: boolean) =>
  reduceGrid(changed, { type: "unsent", sent: pendingDrafts(changed, rows), message: "No", isOffline });

test("what the server does not have outlives a reload and is saved then", () => {
  const text = JSON.stringify(keptOf(failed(true).edits, rows));
  const state = reduceGrid(EMPTY, { type: "resume", rows, kept: keptFrom(text) });
  expect(editOf(state, aRow(1))).toMatchObject({ answers: { champion: "missing" }, notes: { champion: "Left" } });
  expect(pendingDrafts(state, rows).rows.map(({ row }) => row.accountId)).toEqual([1]);
  expect(state.edits[2]).toBeUndefined();
});

test("work that this month's card already says is not typed again, and text of another kind is none", () => {
  const { previous } = aRow(1);
  const kept = [
    { accountId: 1, version: 0, answers: { champion: "active" as const }, notes: editOf(EMPTY, aRow(1)).notes },
  ];
  const given = aRow(1, { card: previous });
  expect(reduceGrid(EMPTY, { type: "resume", rows: [given], kept }).edits).toEqual({});
  expect(keptFrom("not json")).toEqual([]);
  expect(keptFrom('[{"accountId":"1"}]')).toEqual([]);
  expect(keptFrom(null)).toEqual([]);
});

test("a refused save goes back to what the server has and keeps what was typed to be tried again", () => {
  const state = failed(false);
  expect(viewIn(state, aRow(1), true).cells.champion).toEqual({ answer: "active", state: "carried", from: "2026-10" });
  expect(isUnsaved(editOf(state, aRow(1)))).toBe(true);
  const again = reduceGrid(state, { type: "retry", accountId: 1 });
  expect(viewIn(again, aRow(1), true).cells.champion).toMatchObject({ answer: "missing", state: "given" });
  expect(reduceGrid(state, { type: "retry", accountId: 2 })).toEqual(state);
});

test("where the server cannot be reached what was typed stands", () => {
  expect(viewIn(failed(true), aRow(1), true).cells.champion).toMatchObject({ answer: "missing", state: "given" });
});
