import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { clockNamed, clocksAfter, daily } from "./example-history";

const D = "2026-09-01";
const named = (
  ...[rows, name, more]: [Parameters<typeof clocksAfter>[0], string, Parameters<typeof clocksAfter>[1]?]
) => clockNamed(clocksAfter(rows, more), name);
const plan = { id: 1, kind: "action", openedOn: D, completeOn: D, closedOn: null, nextStepOn: null } as const;

describe("yellow", () => {
  test("a plan is due on day 7 and missing on day 8", () => {
    const rows = daily(D, ["yellow", 30]);
    expect(named(rows, "yellow.plan", { today: "2026-09-08" })).toMatchObject({
      dueOn: "2026-09-08",
      state: "running",
    });
    const late = named(rows, "yellow.plan", { today: "2026-09-10" });
    expect(late).toMatchObject({ state: "breached", breachedOn: "2026-09-09", severity: "high" });
    expect(late.text).toBe("Yellow 9 days, no action plan");
  });
  test("only a complete plan stops its clock, and when it closes the next seven days begin", () => {
    const rows = daily(D, ["yellow", 40]);
    const incomplete = { ...plan, completeOn: null };
    expect(named(rows, "yellow.plan", { facts: { plans: [incomplete] } }).breachedOn).toBe("2026-09-09");
    expect(named(rows, "yellow.plan", { facts: { plans: [{ ...plan, completeOn: "2026-09-05" }] } })).toMatchObject({
      ...{ state: "stopped", by: "plan", stoppedOn: "2026-09-05", breachedOn: null },
    });
    const closed = { ...plan, closedOn: "2026-09-20" };
    expect(named(rows, "yellow.plan", { facts: { plans: [closed] } })).toMatchObject({
      ...{ startedOn: "2026-09-20", dueOn: "2026-09-27", breachedOn: "2026-09-28" },
      text: "No action plan for 20 d, since the last closed",
    });
  });
  test("a review is due every 14 days, counted from the one before", () => {
    const rows = daily(D, ["yellow", 40]);
    const acts = [{ day: "2026-09-10", kind: "review" as const }];
    expect(named(rows, "yellow.review", { facts: { acts }, today: "2026-09-24" })).toMatchObject({
      ...{ startedOn: "2026-09-10", dueOn: "2026-09-24", state: "running" },
    });
    expect(named(rows, "yellow.review", { facts: { acts }, today: "2026-09-27" })).toMatchObject({
      ...{ breachedOn: "2026-09-25", text: "No review for 17 d" },
    });
  });
  test("without improvement it is escalated after 60 days, with 5 points held for three runs it is not", () => {
    expect(named(daily(D, ["yellow", 70]), "yellow.improvement")).toMatchObject({
      ...{ dueOn: "2026-10-31", breachedOn: "2026-11-01", text: "Yellow 69 days, escalated: no change" },
    });
    const up = daily(D, ["yellow", 50], ["yellow", 20, { health: 65 }]);
    expect(named(up, "yellow.improvement")).toMatchObject({ by: "improvement", stoppedOn: "2026-10-21" });
    const spike = daily(D, ["yellow", 50], ["yellow", 2, { health: 65 }], ["yellow", 18, { health: 64.99 }]);
    expect(named(spike, "yellow.improvement").breachedOn).toBe("2026-11-01");
  });
  test("a better band of the same tone is an improvement", () => {
    const rows = daily(D, ["yellow", 30, { band: 2, health: 69 }], ["yellow", 40, { band: 1, health: 70 }]);
    expect(named(rows, "yellow.improvement")).toMatchObject({ by: "improvement", stoppedOn: "2026-10-01" });
  });
});

describe("red", () => {
  test("at 90 days a decision is due; an investment sets its own date, at most 90 days ahead", () => {
    const rows = daily(D, ["red", 200]);
    const late = named(rows, "red.decision", { today: addDays(D, 92) });
    expect(late).toMatchObject({ dueOn: addDays(D, 90), breachedOn: addDays(D, 91), ownerRole: "manager" });
    expect(late.text).toBe("Red 92 days, no decision");
    const invest = (newDate: string) => ({ decisions: [{ day: addDays(D, 80), choice: "invest" as const, newDate }] });
    expect(named(rows, "red.decision", { facts: invest(addDays(D, 120)) })).toMatchObject({
      ...{ dueOn: addDays(D, 120), breachedOn: addDays(D, 121), text: "Red 199 d, investment date passed" },
    });
    expect(named(rows, "red.decision", { facts: invest("2027-12-31") }).dueOn).toBe(addDays(D, 170));
    const accept = { decisions: [{ day: addDays(D, 95), choice: "accept" as const, newDate: null }] };
    expect(named(rows, "red.decision", { facts: accept })).toMatchObject({
      ...{ state: "stopped", by: "accept", breachedOn: addDays(D, 91) },
    });
  });
  test("it is flagged at six months, which are 180 days, and nothing but leaving red ends that", () => {
    const rows = daily(D, ["red", 200]);
    const facts = {
      plans: [{ ...plan, kind: "recovery" as const }],
      acts: [{ day: addDays(D, 170), kind: "war_room" as const }],
    };
    expect(named(rows, "red.six_months", { facts }).breachedOn).toBe(addDays(D, 180));
    expect(named(rows, "red.six_months", { facts, today: addDays(D, 179) }).state).toBe("running");
  });
  test("a war-room is due weekly; an action plan is no recovery plan", () => {
    const clocks = clocksAfter(daily(D, ["red", 12]), { facts: { plans: [plan] } });
    expect(clockNamed(clocks, "red.war_room")).toMatchObject({ dueOn: "2026-09-08", breachedOn: "2026-09-09" });
    expect(clockNamed(clocks, "red.plan").breachedOn).toBe("2026-09-09");
  });
  test("left for 13 days it goes on and was paused meanwhile; left for 14 it begins anew", () => {
    const back = daily(D, ["red", 85], ["yellow", 13], ["red", 10]);
    expect(named(back, "red.decision", { today: addDays(D, 95) })).toMatchObject({
      ...{ state: "paused", text: "Out of Red: decision waits" },
    });
    expect(named(back, "red.decision")).toMatchObject({
      startedOn: D,
      dueOn: addDays(D, 90),
      breachedOn: addDays(D, 100),
    });
    const anew = daily(D, ["red", 85], ["yellow", 14], ["red", 10]);
    expect(named(anew, "red.decision")).toMatchObject({ startedOn: addDays(D, 99), breachedOn: null });
    expect(clocksAfter(anew).find(({ key }) => key === "decision")).toMatchObject({
      ...{ stoppedOn: addDays(D, 85), by: "left_band" },
    });
  });
});

describe("green", () => {
  test("after four quarters, which are 365 days, an audit is due whatever the trend, and again a year after it", () => {
    const rows = daily(D, ["green", 380]);
    expect(named(rows, "green.audit")).toMatchObject({
      breachedOn: "2027-09-01",
      text: "Green 379 d, complacency audit due",
    });
    const acts = [{ day: "2027-09-05", kind: "audit" as const }];
    expect(named(rows, "green.audit", { facts: { acts } })).toMatchObject({ dueOn: "2028-09-04", state: "running" });
  });
  test("check-ins are monthly, reviews quarterly, and a quarterly review is a check-in too", () => {
    const acts = [{ day: "2026-09-21", kind: "quarterly_review" as const }];
    const clocks = clocksAfter(daily(D, ["green", 60]), { facts: { acts } });
    expect(clockNamed(clocks, "green.check_in")).toMatchObject({ startedOn: "2026-09-21", breachedOn: "2026-10-22" });
    expect(clockNamed(clocks, "green.quarterly_review")).toMatchObject({ dueOn: "2026-12-20", state: "running" });
  });
});
