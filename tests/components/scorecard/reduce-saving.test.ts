import { expect, test } from "vitest";
import { belongs, countsOf } from "@/components/scorecard/grid-counts";
import { currentRow, EMPTY, editOf, type GridState, isUnsaved, typed } from "@/components/scorecard/grid-state";
import { cardOf, draftOf, pendingDrafts, pendingSubmits } from "@/components/scorecard/pending";
import { reduceGrid } from "@/components/scorecard/reduce-grid";
import { aRow } from "./a-row";

const row = aRow(1);
const rows = [row, aRow(2)];
const grid = { rows, hideMeasured: true };
const TODAY = "2026-11-30";
const changed = typed(EMPTY, row, { answers: { champion: "missing" }, notes: { champion: "Left" } });
const theirs = {
  version: 4,
  answers: { outcome: "missing" as const },
  notes: editOf(EMPTY, row).notes,
  author: "Priya",
};
const conflicted = () =>
  reduceGrid(changed, {
    type: "drafted",
    sent: pendingDrafts(changed, rows),
    results: [{ accountId: 1, saved: false, message: "Priya changed this card meanwhile.", theirs }],
  });
const submitting = (state: GridState) => {
  const queued = reduceGrid(state, { type: "confirm", row, grid });
  const sent = pendingSubmits(queued, rows);
  return { sent, state: reduceGrid(queued, { type: "sending", sent }) };
};
const followed = {
  before: { accountId: 1, health: 88, tone: 3, diverges: false },
  after: { accountId: 1, health: 49.9, tone: 1, diverges: true },
};

test("what is typed is pending until the server has it, and what is typed meanwhile stays pending", () => {
  const sent = pendingDrafts(changed, rows);
  expect(sent.rows).toHaveLength(1);
  expect(draftOf(changed, row)).toMatchObject({ accountId: 1, version: 0, answers: { champion: "missing" } });
  const results = [{ accountId: 1, saved: true as const, version: 1 }];
  expect(pendingDrafts(reduceGrid(changed, { type: "drafted", sent, results }), rows).rows).toEqual([]);
  const further = typed(changed, row, { notes: { champion: "Left in May" } });
  const after = reduceGrid(further, { type: "drafted", sent, results });
  expect(pendingDrafts(after, rows).rows).toHaveLength(1);
  expect(draftOf(after, row).version).toBe(1);
});

test("a failed save keeps what was typed, is marked, and is sent again by retry", () => {
  const failed = reduceGrid(changed, {
    type: "unsent",
    sent: pendingDrafts(changed, rows),
    message: "No connection",
    isOffline: true,
  });
  expect(editOf(failed, row)).toMatchObject({ answers: { champion: "missing" }, failed: { of: "draft" } });
  expect(isUnsaved(editOf(failed, row))).toBe(true);
  expect(pendingDrafts(failed, rows).rows).toEqual([]);
  expect(pendingDrafts(reduceGrid(failed, { type: "retry" }), rows).rows).toHaveLength(1);
});

test("a failed confirmation is confirmed again by retry", () => {
  const { sent, state } = submitting(changed);
  const failed = reduceGrid(state, { type: "unsent", sent, message: "No connection", isOffline: true });
  expect(editOf(failed, row)).toMatchObject({ submit: "no", failed: { of: "submit" } });
  expect(pendingSubmits(reduceGrid(failed, { type: "retry" }), rows).rows).toHaveLength(1);
});

test("a conflict keeps both versions until one is chosen", () => {
  const state = conflicted();
  expect(editOf(state, row)).toMatchObject({ answers: { champion: "missing" }, theirs });
  expect(reduceGrid(state, { type: "retry" }).edits[1]?.theirs).toEqual(theirs);
  const mine = reduceGrid(state, { type: "resolve", row, keep: "mine" });
  expect(mine.cursor).toEqual({ accountId: 1, column: "champion" });
  expect(pendingDrafts(mine, rows).rows).toHaveLength(1);
  expect(draftOf(mine, row)).toMatchObject({ version: 4, answers: { champion: "missing" } });
  const hers = reduceGrid(state, { type: "resolve", row, keep: "theirs" });
  expect(pendingDrafts(hers, rows).rows).toEqual([]);
  expect(draftOf(hers, row)).toMatchObject({ version: 4, answers: { outcome: "missing" } });
});

test("a confirmed row shows its card and its new health, and the next correction names that version", () => {
  const { sent, state } = submitting(changed);
  const notes = { champion: "Left", executive: "COO met", outcome: "14% less" };
  const result = {
    accountId: 1,
    submitted: true as const,
    version: 1,
    recordedAs: "owner" as const,
    notes,
    ...followed,
  };
  const by = { period: "2026-11", today: TODAY, author: "Amir" };
  const after = reduceGrid(state, { type: "submitted", sent, results: [result], by });
  const shown = currentRow(row, after.confirmed[1]);
  expect(shown).toMatchObject({
    health: 49.9,
    tone: 1,
    diverges: true,
    card: { version: 1, notes, submittedOn: TODAY },
  });
  expect(isUnsaved(editOf(after, row))).toBe(false);
  const again = pendingSubmits(submitting(typed(after, row, { answers: { champion: "missing" } })).state, rows);
  expect(again.rows).toEqual([]);
  expect(cardOf(after, { row, answers: { champion: "at_risk", executive: "none", outcome: "missing" } }).version).toBe(
    1,
  );
});

test("what is typed while a row is on its way is not lost when it arrives", () => {
  const { sent, state } = submitting(changed);
  const further = typed(state, row, { answers: { champion: "at_risk" }, notes: { champion: "Back again" } });
  const result = {
    accountId: 1,
    submitted: true as const,
    version: 1,
    recordedAs: "owner" as const,
    notes: draftOf(changed, row).notes,
    ...followed,
  };
  const by = { period: "2026-11", today: TODAY, author: "Amir" };
  const after = reduceGrid(further, { type: "submitted", sent, results: [result], by });
  expect(editOf(after, row).answers.champion).toBe("at_risk");
  expect(pendingDrafts(after, rows).rows).toHaveLength(1);
});

test("a challenge is not drafted and leaves the card as it is", () => {
  const mine = aRow(1, { answersAs: "challenge" });
  expect(pendingDrafts(changed, [mine]).rows).toEqual([]);
});

test("counts and filters follow what is typed, and do not tell a divergence that is kept back", () => {
  expect(countsOf(EMPTY, rows, true, TODAY)).toMatchObject({
    total: 2,
    confirmed: 0,
    changed: 0,
    unchanged: 2,
    ready: 0,
  });
  expect(countsOf(changed, rows, true, TODAY)).toMatchObject({ changed: 1, unchanged: 1, ready: 1 });
  const low = aRow(1, { score: 20, scoreTone: 1 });
  expect(belongs(EMPTY, low, "diverging", true, TODAY)).toBe(false);
  expect(belongs(EMPTY, low, "diverging", false, TODAY)).toBe(true);
  expect(belongs(EMPTY, row, "renewing", true, TODAY)).toBe(true);
  expect(belongs(EMPTY, aRow(1, { endsOn: "2027-06-01" }), "renewing", true, TODAY)).toBe(false);
});
