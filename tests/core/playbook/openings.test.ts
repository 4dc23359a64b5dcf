import { expect, test } from "vitest";
import { addDays, type Day } from "@/lib/core/calendar";
import type { BandDay } from "@/lib/core/playbook/band-day";
import { bandStateAfter, newBandState } from "@/lib/core/playbook/band-state";
import { openingsOf } from "@/lib/core/playbook/openings";
import { keptDiary } from "./openings-by-day";
import { randomYear } from "./random-history";

const GO_LIVE = "2027-06-01";
const KEYS = ["healthy", "at_risk", "concerning", "critical"];

/** A random year of a model with four bands, two of them yellow. */
function keyedYear(seed: number): BandDay[] {
  const keyOf = ({ band, liftUnreviewed }: BandDay) =>
    band == null ? (liftUnreviewed ? "critical" : null) : KEYS[band];
  return randomYear(seed, GO_LIVE).rows.map((row) => ({ ...row, key: keyOf(row) ?? null }));
}

const openings = (rows: readonly BandDay[]) => openingsOf(bandStateAfter(newBandState(GO_LIVE), rows));
const inOrder = (lines: string[]) => lines.toSorted();

test("in a year of 600 random histories playbooks open and close as one who keeps a diary writes it down", () => {
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= 600; seed++) {
    const rows = keyedYear(seed);
    const found = openings(rows);
    expect(
      inOrder(
        found.map((one) => `${one.openedOn} ${one.band} by ${one.openedBy} at ${one.healthThen} until ${one.closedOn}`),
      ),
      `history ${seed}`,
    ).toEqual(
      inOrder(
        keptDiary(rows, GO_LIVE).map((one) => `${one.on} ${one.band} by ${one.by} at ${one.health} until ${one.off}`),
      ),
    );
    for (const { band, openedBy, closedOn } of found)
      for (const what of [band, openedBy, closedOn ? "closed" : "open"]) seen.set(what, (seen.get(what) ?? 0) + 1);
  }
  for (const what of [...KEYS, "data", "scorecard", "guardrail", "model", "closed", "open"])
    expect(seen.get(what) ?? 0, what).toBeGreaterThan(20);
}, 240_000);

test("a history taken in day by day opens what it opens when it is taken in at once", () => {
  for (let seed = 3001; seed <= 3030; seed++) {
    const rows = keyedYear(seed);
    const state = rows.reduce((before, row) => bandStateAfter(before, [row]), newBandState(GO_LIVE));
    expect(openingsOf(state), `history ${seed}`).toEqual(openings(rows));
  }
});

type Told = [tone: BandDay["tone"], health: number, by?: BandDay["by"]];
function days(told: readonly Told[]): BandDay[] {
  return told.map(([tone, health, by = "data"], i) => ({
    ...{ day: addDays(GO_LIVE, i), tone, health, by, published: true, key: tone },
  }));
}
const times = (count: number, told: Told): Told[] => Array.from({ length: count }, () => told);
const on = (days: number): Day => addDays(GO_LIVE, days);

test("two days in red open nothing, the third opens its playbook from the first of them", () => {
  const start = times(3, ["yellow", 60]);
  expect(openings(days([...start, ...times(2, ["red", 40])])).map(({ band }) => band)).toEqual(["yellow"]);
  expect(openings(days([...start, ...times(3, ["red", 40.6])]))).toEqual([
    {
      ...{ band: "yellow", openedOn: on(0), openedBy: "data", healthThen: 60, closedOn: on(3) },
      result: "Left for red after 3 days, health 60 → 40",
    },
    { band: "red", openedOn: on(3), openedBy: "data", healthThen: 40.6, closedOn: null, result: null },
  ]);
});

test("a scorecard opens the playbook on its own day", () => {
  const found = openings(days([...times(5, ["green", 80]), ["red", 30, "scorecard"]]));
  expect(found.at(-1)).toMatchObject({ band: "red", openedOn: on(5), openedBy: "scorecard" });
});

test("a new model opens its band's playbook by name only, and what was open stays open until data move the account", () => {
  const rescored = days([...times(5, ["yellow", 60]), ["red", 45, "model"], ...times(4, ["red", 45])]);
  expect(openings(rescored)).toMatchObject([
    { band: "yellow", openedBy: "data", closedOn: null },
    { band: "red", openedBy: "model", openedOn: on(5), closedOn: null },
  ]);
});

test("red that is left for less than 14 days goes on as one playbook", () => {
  const told = [...times(4, ["red", 40]), ...times(5, ["yellow", 55]), ...times(3, ["red", 41])] as Told[];
  const [red] = openings(days(told)).filter(({ band }) => band === "red");
  expect(red).toMatchObject({ openedOn: on(0), closedOn: null, result: null });
  expect(openings(days(told)).filter(({ band }) => band === "red")).toHaveLength(1);
});
