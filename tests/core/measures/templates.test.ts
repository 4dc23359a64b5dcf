import { describe, expect, test } from "vitest";
import { readDefinition } from "@/lib/core/measures/levels";
import { TEMPLATES, templateOf } from "@/lib/core/templates/templates";
import { AS_OF, type Hand, handSlices } from "./hand-slices";

const definitionsOf = (key: string) => {
  const { default: main, onboarding, segments } = templateOf(key).model.definitions;
  return [main, ...(onboarding ? [onboarding] : []), ...Object.values(segments ?? {})];
};

test.each(TEMPLATES.map((template) => template.key))("every definition of the template %s can be read", (key) => {
  for (const definition of definitionsOf(key)) {
    const columns = readDefinition(definition, handSlices([{ customerSince: AS_OF - 200 }, {}]));
    expect(columns).toHaveLength(definition.measures.length + definition.watched.length);
    for (const column of columns) expect(column).toHaveLength(2);
  }
});

const users = (now: number, before: number) => ({
  active_users: { 0: 28 * (now + before), 28: 28 * before, 56: 0 },
  active_users_days: { 0: 56, 28: 28, 56: 0 },
});
const meetings = (attended: number) => ({
  meetings_planned: { 0: 10, 90: 0 },
  meetings_attended: { 0: attended, 90: 0 },
});
const headcount = (now: number) => ({
  headcount: {
    0: { value: now, day: AS_OF - 10, n: 2, sum: 0 },
    365: { value: 100, day: AS_OF - 400, n: 1, sum: 0 },
  },
});

/** The levels that the five-component template makes of an account's rows. */
function levelsOf(hand: Hand): (string | undefined)[] {
  const [definition] = definitionsOf("five_component");
  if (!definition) throw new Error("five_component has a default definition");
  const columns = readDefinition(definition, handSlices([hand]));
  return definition.measures.map(({ scoring }, i) =>
    scoring.type === "levels" ? Object.keys(scoring.levels).sort()[columns[i]?.[0] as number] : undefined,
  );
}

describe("the five components out of signals", () => {
  test("a customer at its best has every best level", () => {
    const columns = {
      ...users(70, 70),
      seats: 100,
      last_two_way_day: AS_OF - 30,
      ...meetings(6),
      decide_by: AS_OF + 91,
    };
    expect(levelsOf({ columns, metrics: headcount(105) })).toEqual(["high", "active", "growing", "clean", "no_issues"]);
  });
  test("a customer in between", () => {
    const columns = {
      ...users(40, 46),
      seats: 100,
      last_two_way_day: AS_OF - 31,
      ...meetings(10),
      open_severity: 2,
      decide_by: AS_OF + 90,
    };
    expect(levelsOf({ columns, metrics: headcount(100) })).toEqual([
      "medium",
      "passive",
      "stable",
      "open_tickets",
      "upcoming_renewal",
    ]);
  });
  test("a customer at its worst: declining comes before high, payment before renewal", () => {
    const columns = {
      ...users(85, 100),
      seats: 100,
      open_severity: 16,
      overdue_days: 16,
      decide_by: AS_OF + 5,
    };
    expect(levelsOf({ customerSince: AS_OF - 91, columns, metrics: headcount(95) })).toEqual([
      "declining",
      "none",
      "shrinking",
      "critical",
      "payment_issues",
    ]);
  });
  test("what no signal tells has no level", () => {
    expect(levelsOf({ columns: { seats: 100 } })).toEqual([undefined, undefined, undefined, "clean", "no_issues"]);
  });
});
