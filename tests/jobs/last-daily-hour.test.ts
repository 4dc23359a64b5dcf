import { expect, test } from "vitest";
import { lastDailyHour } from "@/lib/jobs/last-daily-hour";

const before = (now: string, zone: string) => lastDailyHour(new Date(now), zone).toISOString();

test("the daily hour is six in the organisation's zone", () => {
  expect(before("2026-11-30T09:30:20Z", "UTC")).toBe("2026-11-30T06:00:00.000Z");
  expect(before("2026-11-30T09:30:00Z", "Europe/Berlin")).toBe("2026-11-30T05:00:00.000Z");
  expect(before("2026-11-30T09:30:00Z", "Asia/Kolkata")).toBe("2026-11-30T00:30:00.000Z");
});

test("before six it is yesterday's", () => {
  expect(before("2026-11-30T05:59:00Z", "UTC")).toBe("2026-11-29T06:00:00.000Z");
  expect(before("2026-11-30T09:30:00Z", "America/Los_Angeles")).toBe("2026-11-29T14:00:00.000Z");
});

test("at six sharp it is now, at midnight yesterday's", () => {
  expect(before("2026-11-30T06:00:00Z", "UTC")).toBe("2026-11-30T06:00:00.000Z");
  expect(before("2026-11-30T00:00:00Z", "UTC")).toBe("2026-11-29T06:00:00.000Z");
});
