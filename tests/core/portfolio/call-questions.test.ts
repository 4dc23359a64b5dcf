import { expect, test } from "vitest";
import { type CallFacts, callQuestions } from "@/lib/core/portfolio/call-questions";

const CALM: CallFacts = {
  ...{ answers: { champion: "active", executive: "active", outcome: "defensible" }, keyLeft: [], severeTickets: 0 },
  ...{ usersThen: 100, usersNow: 95, overdueSince: null, missed: null, decideBy: "2027-09-01" },
};

test("nothing is asked where nothing on record asks for it", () => {
  expect(callQuestions(CALM, "2026-11-30")).toEqual([]);
});

test("at most three are asked, the heaviest first, each with its fact", () => {
  const facts: CallFacts = {
    ...{
      answers: { champion: "missing", executive: "none", outcome: "missing" },
      keyLeft: ["Ana Ruiz"],
      severeTickets: 1,
    },
    ...{
      usersThen: 100,
      usersNow: 80,
      overdueSince: "2026-11-01",
      missed: { name: "Go live", on: "2026-10-01" },
      decideBy: "2026-12-20",
    },
  };
  expect(callQuestions(facts, "2026-11-30").map(({ because }) => because)).toEqual([
    "Ana Ruiz left",
    "1 critical or high ticket open",
    "unpaid 29 d after it was due",
  ]);
});

test("use that fell by a tenth, a date that is near and a milestone that passed ask by themselves", () => {
  const because = (change: Partial<CallFacts>) => callQuestions({ ...CALM, ...change }, "2026-11-30")[0]?.because;
  expect(because({ usersNow: 90 })).toBe("active users a day 100 → 90");
  expect(because({ usersNow: 91 })).toBeUndefined();
  expect(because({ usersThen: null })).toBeUndefined();
  expect(because({ decideBy: "2027-01-14" })).toBe("decides in 45 d");
  expect(because({ decideBy: "2026-11-29" })).toBeUndefined();
  expect(because({ missed: { name: "Go live", on: "2026-10-01" } })).toBe("planned for 2026-10-01, not reached");
});
