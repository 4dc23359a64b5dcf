import { expect, test } from "vitest";
import { copied } from "@/components/scorecard/grid-range";
import { type Column, EMPTY, editOf, type Grid, type GridState, viewIn } from "@/components/scorecard/grid-state";
import { intentOf } from "@/components/scorecard/key-intent";
import { reduceGrid } from "@/components/scorecard/reduce-grid";
import { tableText } from "@/lib/core/scorecard/table-text";
import { aRow } from "./a-row";

const rows = [1, 2, 3, 4].map((id) => aRow(id));
const grid: Grid = { rows, hideMeasured: true };

/** The state after keys from a cell: "+" before a key is Ctrl, "^" is Shift. */
function pressed(keys: string[], at: [number, Column] = [1, "champion"], from: GridState = EMPTY): GridState {
  const start = { ...from, cursor: { accountId: at[0], column: at[1] }, anchor: null };
  return keys.reduce<GridState>((state, key) => {
    const [ctrlKey, shiftKey] = [key.includes("+"), key.includes("^")];
    const intent = intentOf({ key: key.replace(/^[+^]+/, ""), ctrlKey, shiftKey, metaKey: false, altKey: false });
    return intent ? reduceGrid(state, { type: "key", intent, grid }) : state;
  }, start);
}
const pasted = (text: string, at: [number, Column] = [1, "champion"], from: GridState = EMPTY) =>
  reduceGrid({ ...from, cursor: { accountId: at[0], column: at[1] }, anchor: null }, { type: "paste", text, grid });
const typedIn = (state: GridState, id: number) => editOf(state, aRow(id)).answers;
const shownIn = (state: GridState, id: number) => {
  const { cells } = viewIn(state, aRow(id), true);
  return [cells.champion.answer, cells.executive.answer, cells.outcome.answer];
};
const best = ["active", "active", "defensible"];

test("Shift and arrows select a range, a digit fills it, and the range stays for the next", () => {
  const state = pressed(["^ArrowDown", "^ArrowDown", "^ArrowRight", "2"]);
  for (const id of [1, 2, 3]) expect(typedIn(state, id)).toEqual({ champion: "at_risk", executive: "lapsed" });
  expect(typedIn(state, 4)).toEqual({});
  expect(state.note).toBeNull();
  expect(typedIn(pressed(["^ArrowUp"], [3, "executive"], state), 1)).toEqual(typedIn(state, 1));
  const again = reduceGrid(state, { type: "key", intent: { type: "answer", rank: 2 }, grid });
  expect(shownIn(again, 3)).toEqual(["missing", "none", "defensible"]);
});

test("a move without Shift lets the range go", () => {
  expect(pressed(["^ArrowDown", "ArrowDown", "2"]).edits[1]).toBeUndefined();
});

test("Ctrl+D fills down: a range from its first row, a single cell from the one above", () => {
  const first = pressed(["2"], [1, "executive"]);
  expect(shownIn(pressed(["^ArrowDown", "^ArrowDown", "+d"], [1, "executive"], first), 3)[1]).toBe("lapsed");
  expect(shownIn(pressed(["+d"], [2, "executive"], first), 2)[1]).toBe("lapsed");
  expect(pressed(["+d"]).edits).toEqual({});
});

test("Ctrl+A selects all answers, and a digit gives them all in five keys", () => {
  const state = pressed(["+a", "3"]);
  for (const { accountId } of rows) expect(shownIn(state, accountId)).toEqual(["missing", "none", "missing"]);
});

test("what is copied is pasted back as it was, by word", () => {
  const state = pressed(["^ArrowDown", "^ArrowRight", "^ArrowRight"], [1, "champion"], pressed(["3"], [2, "outcome"]));
  const text = tableText(copied(state, grid));
  expect(text).toBe("Active\tActive\tDefensible\nActive\tActive\tMissing");
  const back = pasted(text, [3, "champion"]);
  expect([shownIn(back, 3), shownIn(back, 4)]).toEqual([best, ["active", "active", "missing"]]);
});

test("a spreadsheet's labels and slugs are taken whatever their case, empty cells leave what stands", () => {
  const state = pasted("MISSING\tLapsed\tin development\r\nat_risk\t\tIN_DEVELOPMENT\r\n");
  expect(shownIn(state, 1)).toEqual(["missing", "lapsed", "in_development"]);
  expect(typedIn(state, 2)).toEqual({ champion: "at_risk", outcome: "in_development" });
  expect(state.refused).toEqual([]);
});

test("bad cells are named one by one, and the rest is pasted", () => {
  const state = pasted("Missing\tperhaps\nnonsense\tNone\nActive\nActive\nActive\tNone", [1, "champion"]);
  expect(shownIn(state, 1)).toEqual(["missing", "active", "defensible"]);
  expect(shownIn(state, 2)).toEqual(["active", "none", "defensible"]);
  expect(state.refused).toEqual([
    { where: "Line 1, Account 1, Executive", text: "perhaps", why: "is none of Active, Lapsed, None, Not applicable" },
    { where: "Line 2, Account 2, Champion", text: "nonsense", why: "is none of Active, At risk, Missing" },
    { where: "Line 5", text: "Active None", why: "the grid has no more rows" },
  ]);
  expect(reduceGrid(state, { type: "refused_read" }).refused).toEqual([]);
});

test("pasted from the account column on, lines find their account by name, in any order and under a head", () => {
  const state = pasted("Account\tChampion\naccount 3\tMissing\nACCOUNT 1\tAt risk\nNobody\tActive", [1, "account"]);
  expect([typedIn(state, 3), typedIn(state, 1)]).toEqual([{ champion: "missing" }, { champion: "at_risk" }]);
  expect(state.refused).toEqual([{ where: "Line 4", text: "Nobody", why: "no account of this grid has that name" }]);
});

test("a pasted note is the reason of each answer of its row that asks for one", () => {
  const state = pasted("Missing\tNone\tDefensible\tLeft with the CFO\nActive\tActive\tDefensible\tFine");
  expect(editOf(state, aRow(1)).notes).toEqual({
    champion: "Left with the CFO",
    executive: "Left with the CFO",
    outcome: null,
  });
  expect(state.refused).toMatchObject([{ where: "Line 2, Account 2, Note", text: "Fine" }]);
});

test("who may not answer a row fills, pastes and takes back nothing in it", () => {
  const on: Grid = { rows: [aRow(1, { answersAs: null }), aRow(2)], hideMeasured: true };
  const at = { ...EMPTY, cursor: { accountId: 1, column: "champion" as const } };
  const state = reduceGrid(at, { type: "paste", text: "Missing\nMissing", grid: on });
  expect(Object.keys(state.edits)).toEqual(["2"]);
  expect(state.refused).toMatchObject([{ where: "Line 1, Account 1, Champion", why: "you do not answer for it" }]);
});

test("r opens the reasons that are asked for one after the other", () => {
  const filled = pressed(["^ArrowDown", "3"]);
  const first = pressed(["r"], [1, "champion"], filled);
  expect(first.note).toMatchObject({ accountId: 1, question: "champion", why: "changed", next: "reason" });
  const said = reduceGrid(first, { type: "note", row: aRow(1), question: "champion", text: "Left" });
  const second = reduceGrid(said, { type: "note_done", grid });
  expect(second.note).toMatchObject({ accountId: 2, question: "champion" });
  const all = reduceGrid(second, { type: "note", row: aRow(2), question: "champion", text: "Left too" });
  expect(reduceGrid(all, { type: "note_done", grid }).note).toBeNull();
});
