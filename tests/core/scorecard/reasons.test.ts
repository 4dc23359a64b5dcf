import { expect, test } from "vitest";
import type { Answers } from "@/lib/core/scorecard/answers";
import { carriedNotes, type Notes, reasonsLacking } from "@/lib/core/scorecard/reasons";

const best: Answers = { champion: "active", executive: "active", outcome: "defensible" };
const silent: Notes = { champion: null, executive: null, outcome: null };
const said: Notes = { champion: "Ana", executive: "COO met", outcome: "14% less" };
const all = ["champion", "executive", "outcome"] as const;

const lackingOf = (input: Partial<Parameters<typeof reasonsLacking>[0]>) =>
  reasonsLacking({
    answers: best,
    notes: silent,
    previous: { answers: best, notes: said },
    wasBest: all,
    diverges: false,
    ...input,
  });

test("an unchanged card needs no reason", () => {
  expect(lackingOf({})).toEqual([]);
});

test("the keys of answers alone are no reason, a number with more is one", () => {
  const answers: Answers = { ...best, champion: "missing" };
  const lacking = [{ question: "champion", why: "changed" }];
  expect(lackingOf({ answers, notes: { ...silent, champion: "1 2" } })).toEqual(lacking);
  expect(lackingOf({ answers, notes: { ...silent, champion: "12 %" } })).toEqual([]);
});

test("a changed answer needs its own reason", () => {
  const answers: Answers = { ...best, champion: "missing", executive: "lapsed" };
  const lacking = [
    { question: "champion", why: "changed" },
    { question: "executive", why: "changed" },
  ];
  expect(lackingOf({ answers })).toEqual(lacking);
  expect(lackingOf({ answers, notes: { ...silent, champion: "Left in May" } })).toEqual(lacking.slice(1));
});

test("the reason of the card before is no reason for a changed answer", () => {
  const answers: Answers = { ...best, champion: "missing" };
  expect(lackingOf({ answers, notes: said })).toEqual([{ question: "champion", why: "changed" }]);
});

test("a best answer given for the first time needs its evidence, on an account's first card as well", () => {
  expect(lackingOf({ previous: null, wasBest: ["executive", "outcome"] })).toEqual([
    { question: "champion", why: "first_best" },
  ]);
  expect(
    lackingOf({ previous: null, wasBest: ["executive", "outcome"], notes: { ...silent, champion: "Ana, May" } }),
  ).toEqual([]);
});

test("a first card that is not best and agrees needs no reason", () => {
  const answers: Answers = { champion: "at_risk", executive: "n/a", outcome: "missing" };
  expect(lackingOf({ answers, previous: null, wasBest: [] })).toEqual([]);
});

test("a card that diverges and says nothing at all needs the champion's reason", () => {
  const previous = { answers: best, notes: silent };
  expect(lackingOf({ previous, diverges: true })).toEqual([{ question: "champion", why: "diverges" }]);
  expect(lackingOf({ previous, diverges: true, notes: { ...silent, outcome: "Asked them" } })).toEqual([]);
});

test("a card that diverges keeps the reason it had", () => {
  expect(lackingOf({ diverges: true })).toEqual([]);
});

test("blanks are no reason", () => {
  const answers: Answers = { ...best, outcome: "missing" };
  expect(lackingOf({ answers, notes: { ...silent, outcome: "  " } })).toHaveLength(1);
});

test("an unchanged answer keeps its reason unless a new one is given", () => {
  const answers: Answers = { ...best, outcome: "missing" };
  const notes: Notes = { ...silent, executive: "COO met again" };
  const kept = carriedNotes({ answers, notes }, { answers: best, notes: said });
  expect(kept).toEqual({ champion: "Ana", executive: "COO met again", outcome: null });
});
