import { expect, it } from "vitest";
import { digestDueSince, isQuiet } from "@/lib/server/notify/local-time";

const due = (now: string, zone: string, cadence: "daily" | "weekly") =>
  digestDueSince(new Date(now), zone, cadence).toISOString();

it.each([
  // 07:30 in Kolkata is 02:00 UTC; in Los Angeles 15:30 in winter, 14:30 in summer.
  ["2026-11-30T01:59:59Z", "Asia/Kolkata", "daily", "2026-11-29T02:00:00.000Z"],
  ["2026-11-30T02:00:00Z", "Asia/Kolkata", "daily", "2026-11-30T02:00:00.000Z"],
  ["2026-11-30T15:29:00Z", "America/Los_Angeles", "weekly", "2026-11-23T15:30:00.000Z"],
  ["2026-11-30T15:30:00Z", "America/Los_Angeles", "weekly", "2026-11-30T15:30:00.000Z"],
  ["2026-07-13T14:30:00Z", "America/Los_Angeles", "weekly", "2026-07-13T14:30:00.000Z"],
  // Clocks went forward on Sunday 8 March.
  ["2026-03-09T20:00:00Z", "America/Los_Angeles", "daily", "2026-03-09T14:30:00.000Z"],
  ["2026-03-08T14:29:00Z", "America/Los_Angeles", "daily", "2026-03-07T15:30:00.000Z"],
  // Monday begins first in Kiritimati: it is still Sunday in UTC.
  ["2026-11-29T17:30:00Z", "Pacific/Kiritimati", "weekly", "2026-11-29T17:30:00.000Z"],
  ["2028-02-29T12:00:00Z", "UTC", "weekly", "2028-02-28T07:30:00.000Z"],
] as const)("at %s the digest of %s (%s) is due since %s", (now, zone, cadence, since) => {
  expect(due(now, zone, cadence)).toBe(since);
});

it.each([
  ["2026-11-30T21:59:00Z", "22:00", "07:00", false],
  ["2026-11-30T22:00:00Z", "22:00", "07:00", true],
  ["2026-11-30T06:59:00Z", "22:00", "07:00", true],
  ["2026-11-30T07:00:00Z", "22:00", "07:00", false],
  ["2026-11-30T12:30:00Z", "12:00", "13:00", true],
  ["2026-11-30T13:00:00Z", "12:00", "13:00", false],
  ["2026-11-30T13:00:00Z", "13:00", "13:00", false],
  ["2026-11-30T13:00:00Z", null, null, false],
] as const)("%s within quiet hours %s to %s: %s", (now, from, until, quiet) => {
  expect(isQuiet(new Date(now), "UTC", from, until)).toBe(quiet);
});
