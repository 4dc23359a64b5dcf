import { expect, test } from "vitest";
import { EMPTY, type Grid, type GridState, viewIn } from "@/components/scorecard/grid-state";
import { intentOf } from "@/components/scorecard/key-intent";
import { reduceGrid } from "@/components/scorecard/reduce-grid";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { aRow } from "./a-row";

const rows = Array.from({ length: 80 }, (_, i) => aRow(i + 1));
const grid: Grid = { rows, hideMeasured: true };
const MOVES = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Tab"]);

/** A person at the keyboard: every key is counted, but moving and the letters of a reason. */
class Typist {
  presses = 0;
  constructor(public state: GridState = { ...EMPTY, cursor: { accountId: 1, column: "champion" } }) {}
  press(key: string, { ctrlKey = false, shiftKey = false } = {}) {
    if (!MOVES.has(key)) this.presses++;
    const { note } = this.state;
    if (note && key === "Enter") this.state = reduceGrid(this.state, { type: "note_done", grid });
    if (note) return;
    const intent = intentOf({ key, ctrlKey, shiftKey, metaKey: false, altKey: false });
    if (!intent) throw new Error(`${key} does nothing`);
    const isWhole = intent.type === "confirm_all" || intent.type === "submit_ready";
    this.state = reduceGrid(
      this.state,
      isWhole ? { type: intent.type as "confirm_all" | "submit_ready", grid } : { type: "key", intent, grid },
    );
  }
  say(text: string) {
    const { note } = this.state;
    const row = rows.find(({ accountId }) => accountId === note?.accountId) as GridRow;
    if (!note) throw new Error("no note is open");
    this.state = reduceGrid(this.state, { type: "note", row, question: note.question, text });
    this.press("Enter");
  }
  get queued() {
    return rows.filter(({ accountId }) => this.state.edits[accountId]?.submit === "queued").length;
  }
}

test("80 accounts are answered and confirmed in 241 key presses", () => {
  const typist = new Typist();
  for (const _ of rows) for (const key of ["1", "1", "1"]) typist.press(key);
  typist.press("Enter", { ctrlKey: true, shiftKey: true });
  expect(typist.queued).toBe(80);
  expect(typist.presses).toBe(241);
});

test("a second month with 68 unchanged and 12 changed accounts takes 37 presses beside moving and the reasons' letters", () => {
  const typist = new Typist();
  for (let account = 1; account <= 12; account++) {
    typist.press("2");
    expect(typist.state.note).toMatchObject({ accountId: account, question: "champion", why: "changed" });
    typist.say("Silent since the reorganisation");
    typist.press("Enter");
    expect(typist.state.cursor).toEqual({ accountId: account + 1, column: "champion" });
  }
  typist.press("Enter", { ctrlKey: true });
  expect(typist.queued).toBe(80);
  expect(rows.filter((row) => viewIn(typist.state, row, true).isChanged)).toHaveLength(12);
  expect(typist.presses).toBe(37);
});
