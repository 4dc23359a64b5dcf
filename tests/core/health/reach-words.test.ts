import { expect, test } from "vitest";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import { shortestWay } from "@/lib/core/health/reach";
import { roundedSteps } from "@/lib/core/health/reach-rounded";
import { reachWords } from "@/lib/core/health/reach-words";
import { encodeReadings } from "@/lib/core/health/score";
import { templateOf } from "@/lib/core/templates/templates";

const compiled = compileDefinition(templateOf("default").model.definitions.default);
const column = (key: string) => compiled.keys.indexOf(key);
const words = (key: string, from: number, to: number, facts: Parameters<typeof reachWords>[2]) =>
  reachWords(compiled, { kind: "reading", key, column: column(key), from, to, share: 0 }, facts);
const known = {
  seats: 40,
  counts: {
    meeting_attendance: { part: 3, whole: 6 },
    on_time_payment: { part: 10, whole: 12 },
    milestones_met: { part: 2, whole: 5 },
  },
};

test("a step is said in the customer's own units", () => {
  expect(words("licence_utilisation", 30, 65, known)).toBe(
    "14 more active users of 40 seats (licence utilisation from 30% to 65%)",
  );
  expect(words("severity_load", 16, 0.1, known)).toMatch(/^close 2 high tickets or 1 critical \(severity load/i);
  expect(words("milestones_met", 40, 60, known)).toMatch(/^meet 1 more of the 5 milestones due/);
  expect(words("meeting_attendance", 50, 70, known)).toMatch(/^attend the next 4 meetings \(/);
  expect(words("on_time_payment", 83.4, 84.6, known)).toMatch(/^pay the next invoice on time \(/);
});

test("where the units are not known, the reading says from where to where", () => {
  expect(words("licence_utilisation", 30, 65, { seats: null, counts: {} })).toBe("licence utilisation from 30% to 65%");
  expect(words("on_time_payment", 83.4, 100, known)).toBe("on-time payment from 83.4% to 100%");
});

test("readings are rounded away from where they are, and still lead there", () => {
  const readings = encodeReadings(compiled, {
    ...{ licence_utilisation: 46.5, active_user_trend: -5, meeting_attendance: 60 },
    ...{ severity_load: 6.3, on_time_payment: 79, milestones_met: 51 },
  });
  const way = shortestWay(compiled, readings, null);
  if (way.kind !== "way") throw new Error(way.kind);
  for (const step of roundedSteps(compiled, readings, null, way))
    expect(step.kind === "reading" && Math.abs(step.to * 10 - Math.round(step.to * 10)) < 1e-9).toBe(true);
});

test("an answer is said as the scorecard's", () => {
  const step = { kind: "answer", question: "champion", from: "at_risk", to: "active", share: 0.5 } as const;
  expect(reachWords(compiled, step, known)).toBe("the scorecard’s champion from at risk to active");
});
