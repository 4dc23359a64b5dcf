import { expect, test } from "vitest";
import { EMPTY, editOf, type Grid, type GridState, viewIn } from "@/components/scorecard/grid-state";
import { reduceGrid } from "@/components/scorecard/reduce-grid";
import { aRow } from "./a-row";

const rows = [1, 2, 3].map((id) => aRow(id));
const grid: Grid = { rows, hideMeasured: true };
const start: GridState = { ...EMPTY, cursor: { accountId: 1, column: "champion" } };
const key = (state: GridState, type: "undo" | "redo") => reduceGrid(state, { type, rows });
const answer = (state: GridState, id: number, value: string) =>
  reduceGrid(state, { type: "answer", row: aRow(id), question: "champion", value, grid });
const note = (state: GridState, text: string) =>
  reduceGrid(state, { type: "note", row: aRow(1), question: "champion", text });
const champion = (state: GridState, id: number) => viewIn(state, aRow(id), true).cells.champion;

test("undo takes a fill of many rows back at once, and redo brings it again", () => {
  const filled = reduceGrid(start, { type: "paste", text: "Missing\nAt risk\nMissing", grid });
  const undone = key(filled, "undo");
  expect([1, 2, 3].map((id) => champion(undone, id))).toEqual(
    [1, 2, 3].map(() => ({ answer: "active", state: "carried", from: "2026-10" })),
  );
  expect([1, 2, 3].map((id) => champion(key(undone, "redo"), id).answer)).toEqual(["missing", "at_risk", "missing"]);
  expect(key(key(undone, "redo"), "redo")).toEqual(key(undone, "redo"));
});

test("undo takes back what a paste left out as well, Escape has read it", () => {
  const pasted = reduceGrid(start, { type: "paste", text: "Missing\nperhaps", grid });
  expect(pasted.refused).toHaveLength(1);
  expect(key(pasted, "undo").refused).toEqual([]);
  expect(reduceGrid(pasted, { type: "key", intent: { type: "collapse" }, grid }).refused).toEqual([]);
});

test("a row that was locked meanwhile is not taken back", () => {
  const changed = answer(start, 1, "missing");
  const locked = [aRow(1, { answersAs: null })];
  expect(reduceGrid(changed, { type: "undo", rows: locked }).edits).toBe(changed.edits);
});

test("what is typed into a note is one step", () => {
  const typed = note(note(note(answer(start, 1, "missing"), "L"), "Le"), "Left");
  expect(typed.past).toHaveLength(2);
  const undone = key(typed, "undo");
  expect(editOf(undone, aRow(1))).toMatchObject({ answers: { champion: "missing" }, notes: { champion: null } });
  expect(editOf(key(undone, "redo"), aRow(1)).notes.champion).toBe("Left");
});

test("a hundred steps are kept, and a new one forgets what was taken back", () => {
  let state = start;
  for (let i = 0; i < 130; i++) state = answer(state, 2, i % 2 ? "missing" : "at_risk");
  expect(state.past).toHaveLength(100);
  for (let i = 0; i < 100; i++) state = key(state, "undo");
  expect(state.past).toEqual([]);
  expect(champion(state, 2).answer).toBe("missing");
  expect(key(state, "undo")).toBe(state);
  const other = answer(key(answer(start, 1, "missing"), "undo"), 3, "missing");
  expect(other.future).toEqual([]);
});

test("undo after a row was confirmed types its old answer as a correction", () => {
  const changed = note(answer(start, 1, "missing"), "Left");
  const card = {
    ...{ period: "2026-11", version: 1, author: "Amir", recordedAs: "owner" as const, submittedOn: "2026-11-30" },
    answers: { champion: "missing", executive: "active", outcome: "defensible" } as const,
    notes: { champion: "Left", executive: null, outcome: null },
  };
  const { 1: _, ...edits } = changed.edits;
  const sent = { ...changed, edits, confirmed: { 1: { card, health: null } } };
  const undone = key(key(sent, "undo"), "undo");
  expect(champion(undone, 1)).toMatchObject({ answer: "active", state: "given" });
  expect(viewIn(undone, aRow(1), true).isConfirmed).toBe(false);
});

test("an undo is a change of its own that is saved", () => {
  const undone = key(answer(start, 1, "missing"), "undo");
  expect(editOf(undone, aRow(1))).toMatchObject({ changes: 2, savedChanges: 0, submit: "no" });
});
