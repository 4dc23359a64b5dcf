import { expect, test } from "vitest";
import { rowView, type Typed } from "@/components/scorecard/row-view";
import { aRow } from "./a-row";

const nothing: Typed = { answers: {}, notes: { champion: null, executive: null, outcome: null } };
const gone: Typed = { ...nothing, answers: { champion: "missing", executive: "none", outcome: "in_development" } };

test("an untouched row carries the card before, and says from when", () => {
  const view = rowView(aRow(1), nothing, true);
  expect(view.cells.champion).toEqual({ answer: "active", state: "carried", from: "2026-10" });
  expect(view).toMatchObject({ isUnchanged: true, isConfirmed: false, isChanged: false, isReady: false });
  expect(view.people).toEqual({ score: 100, tone: "green" });
  expect(view.notes.champion).toBe("Ana, May");
});

test("measured shows once all three answers are given, confirmed, or where it is not kept back", () => {
  expect(rowView(aRow(1), nothing, true).showsMeasured).toBe(false);
  expect(
    rowView(aRow(1), { ...nothing, answers: { champion: "active", executive: "active" } }, true).showsMeasured,
  ).toBe(false);
  expect(rowView(aRow(1), gone, true).showsMeasured).toBe(true);
  expect(rowView(aRow(1, { card: aRow(1).previous }), nothing, true).showsMeasured).toBe(true);
  expect(rowView(aRow(1), nothing, false).showsMeasured).toBe(true);
  expect(rowView(aRow(1, { answersAs: null }), nothing, true).showsMeasured).toBe(true);
});

test("the people band and the divergence follow the answers as they are typed", () => {
  const view = rowView(aRow(1), gone, true);
  expect(view.people).toEqual({ score: 15, tone: "red" });
  expect(view.divergence).toMatchObject({ sign: "hidden_risk", gap: 73, severe: true });
  expect(view.lacking.map(({ question }) => question)).toEqual(["champion", "executive", "outcome"]);
  expect(view.isReady).toBe(false);
});

test("an account without enough data cannot diverge", () => {
  expect(rowView(aRow(1, { score: 88, scoreTone: 0 }), gone, true).divergence).toBeNull();
});

test("a confirmed row is no longer confirmed once it is answered otherwise", () => {
  const row = aRow(1, { card: { ...aRow(1).previous, period: "2026-11" } as never });
  expect(rowView(row, nothing, true).isConfirmed).toBe(true);
  expect(rowView(row, gone, true)).toMatchObject({ isConfirmed: false, isChanged: true });
});

test("typing what already stands on this month's card changes nothing", () => {
  const row = aRow(1, { card: { ...aRow(1).previous, period: "2026-11" } as never });
  expect(rowView(row, { ...nothing, answers: { champion: "active" } }, true).isConfirmed).toBe(true);
});

test("an account's first card is open until its three answers are given", () => {
  const row = aRow(1, { previous: null, wasBest: [] });
  expect(rowView(row, nothing, true)).toMatchObject({ answers: null, people: null, isUnchanged: false });
  const given = { ...nothing, answers: { champion: "at_risk", executive: "n/a", outcome: "missing" } } as Typed;
  expect(rowView(aRow(1, { ...row, score: null, scoreTone: 0 }), given, true).isReady).toBe(true);
});
