import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { bandStateAfter, newBandState } from "@/lib/core/playbook/band-state";
import { clockNamed, clocksAfter, daily } from "./example-history";

const D = "2026-09-01";
const tonesOf = (clocks: ReturnType<typeof clocksAfter>) => [...new Set(clocks.flatMap(({ tone }) => tone ?? []))];

describe("entering and leaving a band", () => {
  test("two runs in a band start nothing; the third starts its clocks from the first", () => {
    expect(clocksAfter(daily(D, ["red", 2]))).toEqual([]);
    expect(clockNamed(clocksAfter(daily(D, ["red", 3])), "red.decision").startedOn).toBe(D);
  });
  test("an account that flaps across an edge keeps the band that held and breaches it only on a day in it", () => {
    const flapping = daily(D, ["red", 89], ["yellow", 2], ["red", 1], ["yellow", 1], ["red", 4]);
    expect(clockNamed(clocksAfter(flapping), "red.decision").breachedOn).toBe(addDays(D, 91));
    expect(tonesOf(clocksAfter(flapping))).toEqual(["red"]);
  });
  test("a scorecard or a guardrail counts at once", () => {
    for (const by of ["scorecard", "guardrail"] as const) {
      const clocks = clocksAfter(daily(D, ["green", 10], ["red", 1, { by }]));
      expect(clockNamed(clocks, "red.decision").startedOn).toBe("2026-09-11");
      expect(clockNamed(clocks, "green.check_in")).toMatchObject({ by: "left_band", stoppedOn: "2026-09-11" });
    }
  });
  test("a day without a run keeps the band and breaks no hold; a replayed day is no run", () => {
    const rows = daily(D, ["red", 6]).filter((_, i) => i % 2 === 0);
    expect(clockNamed(clocksAfter(rows), "red.decision").startedOn).toBe(D);
    const replayed = daily(D, ["red", 2], ["red", 4, { published: false }]);
    expect(clocksAfter(replayed)).toEqual([]);
  });
  test("days before go-live show as age only", () => {
    const rows = daily("2026-01-01", ["red", 300]);
    const goLive = "2026-09-01";
    const waiting = clockNamed(clocksAfter(rows, { goLive, today: "2026-10-01" }), "red.decision");
    expect(waiting).toMatchObject({ startedOn: goLive, text: "Red 273 days, decide by 30 Nov 2026" });
    const back = [...rows.slice(0, 250), ...daily("2026-09-08", ["green", 20], ["red", 40])];
    expect(clockNamed(clocksAfter(back, { goLive }), "red.decision").text).toBe("Red 39 days, decide by 27 Dec 2026");
    const { age } = bandStateAfter(newBandState(goLive), rows);
    expect(age).toMatchObject({ tone: "red", since: bandStateAfter(newBandState("2026-01-01"), rows).spells[0]?.from });
    expect(clocksAfter(rows, { goLive, today: "2026-08-31" })).toEqual([]);
  });
  test("days that repeat or run backwards are refused by name", () => {
    const rows = daily(D, ["red", 2]);
    expect(() => bandStateAfter(newBandState(D), [...rows].reverse())).toThrow("requires days in order");
  });
});

describe("pauses", () => {
  test("insufficient data pauses and moves the due day on by its days", () => {
    const rows = daily(D, ["yellow", 5], [null, 10], ["yellow", 10]);
    expect(clockNamed(clocksAfter(rows, { today: addDays(D, 12) }), "yellow.plan")).toMatchObject({
      ...{ state: "paused", text: "Too little data: action plan waits", dueOn: addDays(D, 15) },
    });
    expect(clockNamed(clocksAfter(rows), "yellow.plan")).toMatchObject({
      dueOn: addDays(D, 17),
      breachedOn: addDays(D, 18),
    });
  });
  test("a model alone starts and resets nothing; the clocks rest until data move the band", () => {
    const model = daily(D, ["red", 80], ["yellow", 20, { by: "model" }], ["red", 15]);
    const during = clocksAfter(model, { today: addDays(D, 95) });
    expect(tonesOf(during)).toEqual(["red"]);
    expect(clockNamed(during, "red.decision")).toMatchObject({
      ...{ state: "paused", text: "Re-scored by a new model: decision waits" },
    });
    expect(clockNamed(clocksAfter(model), "red.decision")).toMatchObject({ startedOn: D, dueOn: addDays(D, 110) });
  });
  test("what a model made of an account counts once a person accepts it", () => {
    const rows = daily(D, ["green", 20], ["red", 10, { by: "model" }], ["red", 5, { rescoringAccepted: true }]);
    expect(clockNamed(clocksAfter(rows), "red.decision").startedOn).toBe(addDays(D, 30));
  });
  test("points that a model or the calendar adds are neither an improvement nor a fall", () => {
    for (const by of ["model", "calendar"] as const) {
      const up = daily(D, ["yellow", 10], ["yellow", 60, { by, health: 70 }]);
      expect(clockNamed(clocksAfter(up), "yellow.improvement").breachedOn).toBe("2026-11-01");
      const down = daily(D, ["green", 10], ["green", 10, { by, health: 75 }]);
      expect(clocksAfter(down).filter(({ kind }) => kind === "fall")).toEqual([]);
    }
  });
  test("under an unreviewed lift of two tones the clocks of the measured band run on", () => {
    const lift = { by: "scorecard" as const, liftUnreviewed: true, measuredTone: "red" as const };
    const rows = daily(D, ["red", 30], ["green", 10, lift], ["green", 20]);
    expect(clockNamed(clocksAfter(rows, { today: addDays(D, 39) }), "red.decision")).toMatchObject({
      ...{ startedOn: D, state: "running" },
    });
    const settled = clocksAfter(rows);
    expect(clockNamed(settled, "red.decision")).toMatchObject({ by: "left_band", stoppedOn: addDays(D, 40) });
    expect(clockNamed(settled, "green.check_in").startedOn).toBe(addDays(D, 40));
  });
});

describe("owners, the book and dates", () => {
  test("a new owner gets the rule's days again, at most 14, and never less than was left", () => {
    const ownerChanges = [{ day: addDays(D, 10), role: "csm" as const }];
    const clocks = clocksAfter(daily(D, ["yellow", 40]), { facts: { ownerChanges }, today: addDays(D, 12) });
    expect(clocks.find(({ key }) => key === "plan")).toMatchObject({ breachedOn: addDays(D, 8), by: "new_owner" });
    expect(clockNamed(clocks, "yellow.plan")).toMatchObject({ dueOn: addDays(D, 17), state: "running" });
    expect(clockNamed(clocks, "yellow.improvement").dueOn).toBe(addDays(D, 60));
    const manager = [{ day: addDays(D, 88), role: "manager" as const }];
    const red = clocksAfter(daily(D, ["red", 95]), { facts: { ownerChanges: manager } });
    expect(clockNamed(red, "red.decision")).toMatchObject({ dueOn: addDays(D, 102), state: "running" });
  });
  test("an account that leaves the book takes its clocks along", () => {
    const clocks = clocksAfter(daily(D, ["red", 40]), {
      facts: { leftBookOn: addDays(D, 20), decideBy: addDays(D, 30) },
    });
    expect(clocks.filter(({ state }) => state !== "stopped")).toEqual([]);
    expect(clockNamed(clocks, "red.decision")).toMatchObject({ by: "left_book", stoppedOn: addDays(D, 20) });
  });
  test("a leap day is a day", () => {
    const clocks = clocksAfter(daily("2028-02-25", ["yellow", 12]));
    expect(clockNamed(clocks, "yellow.plan")).toMatchObject({ dueOn: "2028-03-03", breachedOn: "2028-03-04" });
  });
  test("a fall on a Friday is to be answered by Tuesday, and a contact on its day answers it", () => {
    const rows = daily("2026-09-14", ["green", 4], ["green", 8, { health: 75 }]);
    expect(clockNamed(clocksAfter(rows), "fall")).toMatchObject({
      ...{ startedOn: "2026-09-18", dueOn: "2026-09-22", breachedOn: "2026-09-23" },
      text: "Fell 10 points in 1 day, answer 3 days late",
    });
    const facts = { acts: [{ day: "2026-09-18", kind: "contact" as const }] };
    expect(clockNamed(clocksAfter(rows, { facts }), "fall")).toMatchObject({ state: "stopped", breachedOn: null });
  });
  test("a fall handed on twice in one day starts anew once", () => {
    const rows = daily("2026-09-14", ["green", 4], ["green", 8, { health: 75 }]);
    const twice = ["2026-09-21", "2026-09-21"].map((day) => ({ day, role: "csm" as const }));
    const falls = clocksAfter(rows, { facts: { ownerChanges: twice } }).filter(({ kind }) => kind === "fall");
    expect(falls.map(({ startedOn, stoppedOn }) => [startedOn, stoppedOn])).toEqual([
      ["2026-09-18", "2026-09-21"],
      ["2026-09-21", null],
    ]);
  });
  test("a scorecard is late the day after it was due and expired the day after it last counts", () => {
    const card = { since: "2026-08-01", dueOn: "2026-09-30", validUntil: "2026-10-15" };
    const at = (today: string) => clocksAfter(daily(D, ["green", 60]), { facts: { card }, today });
    expect(clockNamed(at("2026-09-30"), "card")).toMatchObject({ state: "running", text: "Scorecard due today" });
    expect(clockNamed(at("2026-10-04"), "card")).toMatchObject({
      breachedOn: "2026-10-01",
      text: "Scorecard 4 days overdue",
    });
    expect(clockNamed(at("2026-10-16"), "card_expired")).toMatchObject({
      ...{ breachedOn: "2026-10-16", severity: "high", text: "Scorecard expired 1 day ago" },
    });
  });
  test("each notice before a decide-by date is a clock of its own, and the day after it is missed", () => {
    const at = (days: number) =>
      clocksAfter(daily(D, ["green", 5]), { facts: { decideBy: addDays("2026-09-05", days) } });
    expect(at(121).some(({ kind }) => kind === "decide_by")).toBe(false);
    for (const [days, lead] of [
      [120, 120],
      [91, 120],
      [90, 90],
      [58, 60],
      [30, 30],
    ] as const)
      expect(clockNamed(at(days), "decide_by")).toMatchObject({
        ...{ startedOn: addDays("2026-09-05", days - lead), text: `Decides in ${days} days, ${lead}-day notice` },
      });
    expect(clockNamed(at(-3), "decide_by")).toMatchObject({
      text: "Decide-by passed 3 days ago, no outcome",
      state: "breached",
    });
  });
  test("a plan's next step is overdue the day after its date, whether or not a task was closed", () => {
    const plans = [
      { id: 7, kind: "action" as const, openedOn: D, completeOn: null, closedOn: null, nextStepOn: "2026-09-10" },
    ];
    expect(clockNamed(clocksAfter(daily(D, ["green", 14]), { facts: { plans } }), "next_step")).toMatchObject({
      ...{ planId: 7, breachedOn: "2026-09-11", text: "Next step 4 days overdue" },
    });
  });
});
