import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { bandStateAfter, newBandState } from "@/lib/core/playbook/band-state";
import { type ClockFacts, NO_FACTS } from "@/lib/core/playbook/clock";
import { clocksOf } from "@/lib/core/playbook/clocks-of";
import { playbooks } from "./example-history";
import { randomYear } from "./random-history";

const GO_LIVE = "2027-06-01";
const year = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), day: fc.integer({ min: 5, max: 239 }) });
const at = (seed: number, day: number, change: (facts: ClockFacts) => ClockFacts = (facts) => facts) => {
  const { rows, facts } = randomYear(seed, GO_LIVE, 240);
  const today = addDays(GO_LIVE, day);
  const state = bandStateAfter(
    newBandState(GO_LIVE),
    rows.filter((row) => row.day <= today),
  );
  return { clocks: clocksOf({ state, facts: change(facts), playbooks, today }), rows, today, state };
};
const breachedNow = (clocks: ReturnType<typeof clocksOf>) =>
  clocks.filter(({ state }) => state === "breached").map(({ tone, key }) => `${tone}.${key}`);

test("history taken day by day gives the state of history taken at once", () => {
  fc.assert(
    fc.property(year, ({ seed }) => {
      const { rows } = randomYear(seed, GO_LIVE, 120);
      const daily = rows.reduce((state, row) => bandStateAfter(state, [row]), newBandState(GO_LIVE));
      expect(daily).toEqual(bandStateAfter(newBandState(GO_LIVE), rows));
      expect(JSON.parse(JSON.stringify(daily))).toEqual(daily);
    }),
    { numRuns: 60 },
  );
});

test("one more plan never puts a yellow account in breach for want of a plan", () => {
  const plan = fc.record({ from: fc.integer({ min: 0, max: 230 }), days: fc.option(fc.integer({ min: 1, max: 60 })) });
  fc.assert(
    fc.property(year, plan, ({ seed, day }, { from, days }) => {
      const openedOn = addDays(GO_LIVE, from);
      const more = {
        ...{ id: 99, kind: "action" as const, openedOn, completeOn: openedOn, nextStepOn: null },
        closedOn: days === null ? null : addDays(openedOn, days),
      };
      const before = breachedNow(at(seed, day).clocks);
      const after = breachedNow(at(seed, day, (facts) => ({ ...facts, plans: [...facts.plans, more] })).clocks);
      if (after.includes("yellow.plan")) expect(before).toContain("yellow.plan");
    }),
    { numRuns: 300 },
  );
});

test("a contact or a reason stops nothing but falls, a note of the future stops nothing at all", () => {
  fc.assert(
    fc.property(year, ({ seed, day }) => {
      const today = addDays(GO_LIVE, day);
      const but = (kind: string) => at(seed, day).clocks.filter((clock) => clock.kind !== kind);
      const reason = at(seed, day, (facts) => ({ ...facts, acts: [...facts.acts, { day: today, kind: "reason" }] }));
      expect(reason.clocks.filter(({ kind }) => kind !== "fall")).toEqual(but("fall"));
      const later = { day: addDays(today, 1), kind: "review" as const };
      expect(at(seed, day, (facts) => ({ ...facts, acts: [...facts.acts, later] })).clocks).toEqual(
        at(seed, day).clocks,
      );
    }),
    { numRuns: 100 },
  );
});

test("every clock says its fact in at most 60 characters, names itself once, and its days are in order", () => {
  fc.assert(
    fc.property(year, ({ seed, day }) => {
      const { clocks, today } = at(seed, day);
      const names = clocks.map(({ kind, key, tone, startedOn }) => `${kind} ${key} ${tone} ${startedOn}`);
      expect(new Set(names).size).toBe(names.length);
      for (const clock of clocks) {
        expect(clock.text.length).toBeLessThanOrEqual(60);
        expect(clock.text).toMatch(/^[A-Z].*[^…]$/);
        expect(clock.startedOn <= clock.dueOn && clock.startedOn <= today).toBe(true);
        expect(clock.stoppedOn === null).toBe(clock.state !== "stopped");
        expect(clock.by === null).toBe(clock.state !== "stopped");
        if (clock.breachedOn !== null) expect(clock.breachedOn >= clock.dueOn).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test("asked for what has not stopped yet, it tells all of that and nothing older", () => {
  fc.assert(
    fc.property(year, ({ seed, day }) => {
      const { clocks, today, state } = at(seed, day);
      const { facts } = randomYear(seed, GO_LIVE, 240);
      const open = clocksOf({ state, facts, playbooks, today, since: today });
      expect(open).toEqual(clocks.filter(({ stoppedOn }) => stoppedOn === null || stoppedOn >= today));
    }),
    { numRuns: 100 },
  );
});

test("without a playbook for its tone an account has no clocks on its band", () => {
  const { state, today } = at(7, 200);
  const clocks = clocksOf({ state, facts: NO_FACTS, playbooks: {}, today });
  expect(clocks.every(({ tone }) => tone === null)).toBe(true);
});
