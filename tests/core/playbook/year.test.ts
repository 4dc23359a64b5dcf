import { expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { DEFAULT_BANDS } from "@/lib/core/health/bands";
import { bandStateAfter, newBandState } from "@/lib/core/playbook/band-state";
import { clocksOf } from "@/lib/core/playbook/clocks-of";
import { playbooksByTone } from "@/lib/core/playbook/playbook-of";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";
import { type Fired, liveThrough } from "./day-by-day";
import { fallsLived } from "./falls-by-day";
import { randomYear } from "./random-history";

const GO_LIVE = "2027-06-01";
const playbooks = playbooksByTone(PLAYBOOKS, DEFAULT_BANDS, null, null);

/** What fired up to a day, by the core. */
function firedBy({ rows, facts }: ReturnType<typeof randomYear>, today: string): Fired[] {
  const state = bandStateAfter(
    newBandState(GO_LIVE),
    rows.filter((row) => row.day <= today),
  );
  return clocksOf({ state, facts, playbooks, today }).flatMap((clock) =>
    clock.breachedOn === null
      ? []
      : [{ what: clock.tone ? `${clock.tone}.${clock.key}` : clock.key, on: clock.breachedOn, due: clock.dueOn }],
  );
}

const inOrder = (fired: Fired[]) => fired.map(({ what, on, due }) => `${on} ${what} due ${due}`).sort();

test("in a year of 1,000 random histories each clock fires on the day on which one who lives through it sees it", () => {
  const today = addDays(GO_LIVE, 429);
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= 1000; seed++) {
    const year = randomYear(seed, GO_LIVE, 430);
    const lived = [...liveThrough(year.rows, year.facts, GO_LIVE, today), ...fallsLived(year.rows, year.facts, today)];
    expect(inOrder(firedBy(year, today)), `history ${seed}`).toEqual(inOrder(lived));
    for (const { what } of lived) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  for (const what of [
    "yellow.plan",
    "yellow.review",
    "yellow.improvement",
    "red.decision",
    "red.six_months",
    "green.audit",
    "fall",
  ])
    expect(counts.get(what) ?? 0, what).toBeGreaterThan(20);
}, 240_000);

test("what has fired stays as it fired, whatever day one looks back from", () => {
  for (let seed = 2001; seed <= 2040; seed++) {
    const year = randomYear(seed, GO_LIVE, 300);
    const all = firedBy(year, addDays(GO_LIVE, 299));
    for (const days of [60, 137, 201]) {
      const today = addDays(GO_LIVE, days);
      const until = all.filter(({ on }) => on <= today);
      expect(inOrder(firedBy(year, today)), `history ${seed} on day ${days}`).toEqual(inOrder(until));
    }
  }
}, 240_000);
