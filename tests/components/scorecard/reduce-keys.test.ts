import { expect, test } from "vitest";
import { type Column, EMPTY, editOf, type Grid, type GridState, viewIn } from "@/components/scorecard/grid-state";
import { intentOf } from "@/components/scorecard/key-intent";
import { reduceGrid } from "@/components/scorecard/reduce-grid";
import { aRow } from "./a-row";

const rows = [aRow(1), aRow(2), aRow(3)];
const grid: Grid = { rows, hideMeasured: true };
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

/** The state after keys pressed from a cell; a "+" before a key is Ctrl. */
function pressed(
  keys: string[],
  at: [number, Column] = [1, "champion"],
  from: GridState = EMPTY,
  on = grid,
): GridState {
  const start = { ...from, cursor: { accountId: at[0], column: at[1] } };
  return keys.reduce<GridState>((state, key) => {
    const ctrlKey = key.startsWith("+");
    const intent = intentOf({ ...plain, ctrlKey, key: ctrlKey ? key.slice(1) : key });
    if (!intent) return state;
    return intent.type === "confirm_all"
      ? reduceGrid(state, { type: "confirm_all", grid: on })
      : reduceGrid(state, { type: "key", intent, grid: on });
  }, start);
}

const note = (state: GridState, accountId: number, text: string) => {
  const row = rows.find((each) => each.accountId === accountId);
  if (!row || !state.note) throw new Error("no note is open");
  return reduceGrid(state, { type: "note", row, question: state.note.question, text });
};
const done = (state: GridState) => reduceGrid(state, { type: "note_done", grid });

test("arrows move within the grid and stop at its edges", () => {
  expect(pressed(["ArrowRight", "ArrowDown"]).cursor).toEqual({ accountId: 2, column: "executive" });
  expect(pressed(["ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowLeft"]).cursor).toEqual({
    accountId: 1,
    column: "account",
  });
  expect(pressed(["End", "ArrowRight"]).cursor).toEqual({ accountId: 1, column: "note" });
  expect(pressed(["+End"]).cursor).toEqual({ accountId: 3, column: "champion" });
});

test("1 1 1 answers a row with its best and goes on to the next row", () => {
  const state = pressed(["1", "1", "1"]);
  expect(state.cursor).toEqual({ accountId: 2, column: "champion" });
  expect(editOf(state, rows[0] as never).answers).toEqual({
    champion: "active",
    executive: "active",
    outcome: "defensible",
  });
});

test("the last answer of the last row stays where it is", () => {
  expect(pressed(["1"], [3, "outcome"]).cursor).toEqual({ accountId: 3, column: "outcome" });
});

test("a changed answer opens its note, and Enter there goes on to the next question", () => {
  const state = pressed(["3"]);
  expect(state.note).toEqual({
    accountId: 1,
    question: "champion",
    why: "changed",
    next: { accountId: 1, column: "executive" },
  });
  expect(done(state).note).not.toBeNull();
  const after = done(note(state, 1, "Left in May"));
  expect(after.note).toBeNull();
  expect(after.cursor).toEqual({ accountId: 1, column: "executive" });
});

test("Escape leaves the note for its answer and keeps what was typed", () => {
  const state = reduceGrid(note(pressed(["2"]), 1, "Sil"), { type: "note_left" });
  expect(state.cursor).toEqual({ accountId: 1, column: "champion" });
  expect(editOf(state, rows[0] as never).notes.champion).toBe("Sil");
});

test("a best answer given for the first time opens its note", () => {
  const on: Grid = { rows: [aRow(1, { previous: null, wasBest: ["outcome"] })], hideMeasured: false };
  expect(pressed(["1"], [1, "champion"], EMPTY, on).note?.why).toBe("first_best");
  expect(pressed(["1"], [1, "outcome"], EMPTY, on).note).toBeNull();
});

test("the answer that makes a silent card diverge opens the champion's note, once the measured score shows", () => {
  const answers = { champion: "missing", executive: "none", outcome: "missing" } as const;
  const notes = { champion: null, executive: null, outcome: null };
  const base = aRow(1);
  const previous = base.previous && { ...base.previous, answers, notes };
  const row = aRow(1, { previous });
  const at = (hideMeasured: boolean): Grid => ({ rows: [row], hideMeasured });
  expect(pressed(["3"], [1, "outcome"], EMPTY, at(false)).note).toMatchObject({
    question: "champion",
    why: "diverges",
  });
  expect(pressed(["3"], [1, "outcome"], EMPTY, at(true)).note).toBeNull();
  expect(pressed(["3", "3", "3"], [1, "champion"], EMPTY, at(true)).note?.why).toBe("diverges");
});

test("Enter confirms an unchanged row and goes down", () => {
  const state = pressed(["Enter"]);
  expect(state.edits[1]?.submit).toBe("queued");
  expect(state.cursor).toEqual({ accountId: 2, column: "champion" });
});

test("Enter goes down to the first question of the next row, whatever column it was pressed in", () => {
  expect(pressed(["Enter"], [1, "outcome"]).cursor).toEqual({ accountId: 2, column: "champion" });
});

test("Enter after the last answer of a row confirms that row, not the one that the answer led on to", () => {
  const state = pressed(["1", "1", "1", "Enter"]);
  expect([1, 2].map((id) => state.edits[id]?.submit)).toEqual(["queued", undefined]);
  expect(state.cursor).toEqual({ accountId: 2, column: "champion" });
  const again = reduceGrid(state, { type: "key", intent: { type: "confirm" }, grid });
  expect([1, 2].map((id) => again.edits[id]?.submit)).toEqual(["queued", "queued"]);
  expect(again.cursor).toEqual({ accountId: 3, column: "champion" });
});

test("Enter confirms the row that the cursor has moved to since", () => {
  const state = pressed(["1", "1", "1", "ArrowRight", "Enter"]);
  expect([1, 2].map((id) => state.edits[id]?.submit)).toEqual(["no", "queued"]);
});

test("answers typed into a note that opened under them are no reason: Enter says so and the note stays open", () => {
  const typed = note(pressed(["3"]), 1, "1 2");
  expect(typed.note?.isRefused).toBeUndefined();
  const refused = done(typed);
  expect(refused.note).toMatchObject({ accountId: 1, question: "champion", isRefused: true });
  expect(done(note(refused, 1, "2 left")).note).toBeNull();
});

test("Enter on a row that lacks a reason asks for it and confirms once it is given", () => {
  const left = reduceGrid(pressed(["3"]), { type: "note_left" });
  const asked = pressed(["Enter"], [1, "champion"], left);
  expect(asked.edits[1]?.submit).toBe("no");
  expect(asked.note?.next).toBe("confirm");
  const given = done(note(asked, 1, "Left in May"));
  expect(given.edits[1]?.submit).toBe("queued");
  expect(given.cursor).toEqual({ accountId: 2, column: "champion" });
});

test("Enter on a row with an open question goes to that question", () => {
  const on: Grid = { rows: [aRow(1, { previous: null })], hideMeasured: true };
  const state = pressed(["2", "ArrowLeft", "Enter"], [1, "champion"], EMPTY, on);
  expect(state.cursor).toEqual({ accountId: 1, column: "executive" });
  expect(state.edits[1]?.submit).toBe("no");
});

test("Ctrl+Enter confirms all unchanged rows and no changed one", () => {
  const changed = reduceGrid(note(pressed(["3"], [2, "outcome"]), 2, "Goal dropped"), { type: "note_left" });
  const state = pressed(["+Enter"], [1, "champion"], changed);
  expect([1, 2, 3].map((id) => state.edits[id]?.submit)).toEqual(["queued", "no", "queued"]);
});

test("0 takes an answer and its note back to what stood before", () => {
  const typed = note(pressed(["3"]), 1, "Left");
  const state = pressed(["0"], [1, "champion"], { ...typed, note: null });
  expect(viewIn(state, rows[0] as never, true).cells.champion).toMatchObject({ answer: "active", state: "carried" });
  expect(viewIn(state, rows[0] as never, true).isUnchanged).toBe(true);
});

test("4 answers not applicable for the executive only", () => {
  expect(editOf(pressed(["4"], [1, "executive"]), rows[0] as never).answers).toEqual({ executive: "n/a" });
  expect(pressed(["4"]).edits).toEqual({});
});

test("n opens the note of the answer under the cursor", () => {
  expect(pressed(["n"], [2, "outcome"]).note).toMatchObject({ accountId: 2, question: "outcome", why: null });
});

test("who may not answer can move and change nothing", () => {
  const on: Grid = { rows: rows.map((row) => ({ ...row, answersAs: null })), hideMeasured: true };
  const state = pressed(["3", "0", "n", "Enter", "+Enter", "ArrowDown"], [1, "champion"], EMPTY, on);
  expect(state).toMatchObject({ edits: {}, note: null, cursor: { accountId: 2, column: "champion" } });
});

test("keys with Alt or Shift, and unknown ones, are left alone", () => {
  expect(intentOf({ ...plain, key: "1", altKey: true })).toBeNull();
  expect(intentOf({ ...plain, key: "Tab" })).toBeNull();
  expect(intentOf({ ...plain, key: "1", ctrlKey: true })).toBeNull();
});
