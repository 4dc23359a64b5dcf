import { describe, expect, test } from "vitest";
import { Definition } from "@/lib/core/health/model";
import { definitionRequests, readDefinition } from "@/lib/core/measures/levels";
import { MISSING, NONE } from "@/lib/core/measures/reading";
import { AS_OF, type Hand, handSlices } from "./hand-slices";

const levels = (...names: string[]) => ({
  type: "levels",
  levels: Object.fromEntries(names.map((name, i) => [name, 10 - i])),
});
const overdue = { measure: "overdue_days", above: 15 };
const deciding = { measure: "days_to_decide_by", atMost: 90 };
const contract = {
  key: "contract",
  weight: 5,
  scoring: levels("no_issues", "upcoming_renewal", "payment_issues"),
  conditions: [
    { level: "payment_issues", when: [overdue] },
    { level: "upcoming_renewal", when: [deciding] },
    { level: "no_issues", when: [] },
  ],
};
const attendance = {
  key: "meeting_attendance",
  weight: 15,
  window: 60,
  scoring: { type: "linear", worst: 30, best: 90 },
};
const define = (measures: unknown[], more = {}) => Definition.parse({ measures, ...more });

const readings = (definition: Definition, hand: Hand, feeds?: Parameters<typeof handSlices>[1]) =>
  readDefinition(definition, handSlices([hand], feeds)).map((column) => column[0]);
const contractOf = (columns: Hand["columns"]) => readings(define([contract]), { columns })[0];

describe("a level measure", () => {
  test("is the first rule that holds, as the index of its name among the sorted names", () => {
    expect(contractOf({ overdue_days: 16, decide_by: AS_OF + 30 })).toBe(1);
    expect(contractOf({ overdue_days: 15, decide_by: AS_OF + 90 })).toBe(2);
    expect(contractOf({ overdue_days: 0, decide_by: AS_OF + 91 })).toBe(0);
  });
  test("takes what is known to be none as not holding: locked in is no upcoming renewal", () => {
    expect(contractOf({ overdue_days: 0, decide_by: null })).toBe(0);
  });
  test("never takes what is not known for the rest", () => {
    const contracts = { contracts: { firstDay: 0, lastDay: AS_OF } };
    const soon = { columns: { decide_by: AS_OF + 30 } };
    expect(readings(define([contract]), {}, contracts)).toEqual([MISSING]);
    expect(readings(define([contract]), soon, contracts)).toEqual([2]);
  });
  test("without an else is none where all is known, missing where something is not", () => {
    const measure = { ...contract, conditions: contract.conditions.slice(0, 2) };
    expect(readings(define([measure]), {})).toEqual([NONE]);
    expect(readings(define([measure]), {}, {})).toEqual([MISSING]);
  });
  test("asks every condition of a rule to hold", () => {
    const both = { ...contract, conditions: [{ level: "payment_issues", when: [overdue, deciding] }] };
    expect(readings(define([both]), { columns: { overdue_days: 20, decide_by: AS_OF + 91 } })).toEqual([NONE]);
    expect(readings(define([both]), { columns: { overdue_days: 20, decide_by: AS_OF + 90 } })).toEqual([1]);
  });
  test("may ask for shipped levels, for other level measures and for attributes", () => {
    const conditions = [
      { level: "bad", when: [{ measure: "contract", level: "payment_issues" }] },
      { level: "bad", when: [{ measure: "single_threaded", level: "yes" }] },
      { level: "bad", when: [{ measure: "attribute:trend", level: "shrinking" }] },
      { level: "good", when: [{ measure: "attribute:trend", level: "growing" }] },
    ];
    const definition = define([{ key: "ties", weight: 1, scoring: levels("good", "bad"), conditions }, contract]);
    const tied = (columns: Hand["columns"], trend: string) =>
      readings(definition, { columns, attributes: { trend } })[0];
    expect(tied({ overdue_days: 20, engaged_contacts: 2 }, "growing")).toBe(0);
    expect(tied({ engaged_contacts: 1 }, "growing")).toBe(0);
    expect(tied({ engaged_contacts: 2 }, "shrinking")).toBe(0);
    expect(tied({ engaged_contacts: 2 }, "growing")).toBe(1);
    expect(tied({ engaged_contacts: 2 }, "unheard of")).toBe(MISSING);
  });
  test("is refused by name where it asks in a circle", () => {
    const asks = (key: string, measure: string) => ({
      key,
      weight: 1,
      scoring: levels("yes", "no"),
      conditions: [{ level: "yes", when: [{ measure, level: "yes" }] }],
    });
    expect(() => readings(define([asks("a", "b"), asks("b", "a")]), {})).toThrow(
      "the conditions of a ask for the level",
    );
  });
});

describe("a definition", () => {
  test("asks once for what it scores, what its conditions ask and what is watched", () => {
    const definition = define([contract, attendance], { watched: ["escalations", "overdue_days"] });
    expect(definitionRequests(definition).map(({ key, window }) => [key, window])).toEqual([
      ["meeting_attendance", 60],
      ["overdue_days", undefined],
      ["days_to_decide_by", undefined],
      ["escalations", undefined],
    ]);
  });
  test("is read in its measures' order, then the watched", () => {
    const definition = define([contract, attendance], { watched: ["escalations"] });
    const columns = {
      escalations: { 0: 4, 90: 1 },
      meetings_planned: { 0: 4, 60: 0 },
      meetings_attended: { 0: 3, 60: 0 },
    };
    expect(readings(definition, { columns })).toEqual([0, 75, 3]);
  });
  test("encodes a shipped level among the names of its scoring", () => {
    const scoring = { type: "levels", levels: { aligned: 10, better_still: 10, drifting: 5, misaligned: 0 } };
    const definition = define([{ key: "review_alignment", weight: 1, scoring }]);
    expect([0, 1, 2].map((alignment) => readings(definition, { columns: { alignment } })[0])).toEqual([0, 2, 3]);
    expect(readings(definition, {})).toEqual([NONE]);
  });
  test.each([
    [{ key: "vibes", scoring: { type: "linear", worst: 0, best: 1 } }, 'measureOf knows no measure "vibes"'],
    [{ key: "nps", scoring: levels("good") }, "nps is a number"],
    [{ key: "single_threaded", scoring: { type: "linear", worst: 1, best: 0 } }, "single_threaded has levels"],
    [{ key: "single_threaded", scoring: levels("no") }, 'leaves out its level "yes"'],
  ])("is refused by name where signals cannot give it: %o", (measure, message) => {
    expect(() => definitionRequests(define([{ weight: 1, ...measure }]))).toThrow(message);
  });
});
