import { describe, expect, test } from "vitest";
import { MISSING, NONE } from "@/lib/core/measures/reading";
import { AS_OF } from "./hand-slices";
import { readingOf } from "./reading-of";

describe("support", () => {
  test("severity load is per 100 seats, with fewer than 50 seats taken as 50", () => {
    const load = (halves: number, seats: number | null) =>
      readingOf("severity_load", { columns: { open_severity: halves, seats } });
    expect(load(16, 200)).toBe(4);
    expect(load(16, 50)).toBe(16);
    expect(load(16, 10)).toBe(16);
    expect(load(16, null)).toBe(16);
    expect(load(0, 200)).toBe(0);
    expect(readingOf("severity_load", {})).toBe(0);
  });
  test("open tickets count with their age in the resolution time", () => {
    const end = (AS_OF + 1) * 1440;
    const columns = {
      resolution_minutes: { 0: 1800, 90: 600 },
      tickets_opened: { 0: 12, 90: 9 },
      open_tickets: { 0: 2, 90: 1 },
      open_since_minutes: end - 600 + (end - 1200),
    };
    // Closed: 12 − 9 opened, less a rise of 1 open = 2, in 20 hours; open: 2 with 30 hours of age.
    expect(readingOf("resolution_hours", { columns })).toBeCloseTo(50 / 4, 9);
    expect(readingOf("resolution_hours", {})).toBe(NONE);
  });
  test("escalations and tickets count over 90 days, CSAT is none without an answer", () => {
    const columns = { escalations: { 0: 3, 90: 1 }, tickets_opened: { 0: 9, 90: 4 } };
    expect(readingOf("escalations", { columns })).toBe(2);
    expect(readingOf("tickets_opened", { columns })).toBe(5);
    expect(readingOf("tickets_opened", {})).toBe(0);
    expect(readingOf("csat", { columns: { csat_n: { 0: 4, 90: 0 }, csat_sum: { 0: 17, 90: 0 } } })).toBe(4.25);
    expect(readingOf("csat", {})).toBe(NONE);
  });
});

describe("commercial", () => {
  test("nothing owed is 0 days overdue", () => {
    expect(readingOf("overdue_days", { columns: { overdue_days: 31 } })).toBe(31);
    expect(readingOf("overdue_days", {})).toBe(0);
  });
  test("on-time payment is none where nothing fell due, not perfect", () => {
    const columns = { invoices_due: { 0: 10, 365: 2 }, invoices_on_time: { 0: 8, 365: 2 } };
    expect(readingOf("on_time_payment", { columns })).toBe(75);
    expect(readingOf("on_time_payment", {})).toBe(NONE);
  });
  test("days to decide-by are none once locked in", () => {
    expect(readingOf("days_to_decide_by", { columns: { decide_by: AS_OF + 61 } })).toBe(61);
    expect(readingOf("days_to_decide_by", { columns: { decide_by: AS_OF } })).toBe(0);
    expect(readingOf("days_to_decide_by", {})).toBe(NONE);
  });
  test("ARR change is missing against nothing, or without a rate", () => {
    expect(readingOf("arr_change", { columns: { arr_cents: { 0: 150_000, 365: 100_000 } } })).toBe(50);
    expect(readingOf("arr_change", { columns: { arr_cents: { 0: 0, 365: 100_000 } } })).toBe(-100);
    expect(readingOf("arr_change", { columns: { arr_cents: { 0: 150_000, 365: 0 } } })).toBe(MISSING);
    expect(readingOf("arr_change", { columns: { arr_cents: { 0: null, 365: 100_000 } } })).toBe(MISSING);
  });
  test("renewals completed are counted ever", () => {
    expect(readingOf("renewals_completed", { columns: { renewals: 2 } })).toBe(2);
    expect(readingOf("renewals_completed", {})).toBe(0);
  });
});

describe("outcomes and onboarding", () => {
  test("milestones met are a share of those whose day has come, none before", () => {
    expect(readingOf("milestones_met", { columns: { milestones_met: 3, milestones_due: 4 } })).toBe(75);
    expect(readingOf("milestones_met", {})).toBe(NONE);
    expect(readingOf("onboarding_on_plan", { columns: { onboarding_met: 1, onboarding_due: 2 } })).toBe(50);
    expect(readingOf("onboarding_on_plan", {})).toBe(NONE);
  });
  test("outcomes shared count over a year", () => {
    expect(readingOf("outcomes_shared", { columns: { outcomes_shared: { 0: 3, 365: 1 } } })).toBe(2);
    expect(readingOf("outcomes_shared", {})).toBe(0);
  });
  test("first value is reached with the first outcome achieved", () => {
    expect(readingOf("first_value", { columns: { outcomes_achieved: 1 } })).toBe(0);
    expect(readingOf("first_value", {})).toBe(1);
  });
  test("core features are the modules ever used, of the entitled, at most all", () => {
    expect(readingOf("core_features", { columns: { modules_new: 3, modules_entitled: 4 } })).toBe(75);
    expect(readingOf("core_features", { columns: { modules_new: 6, modules_entitled: 4 } })).toBe(100);
    expect(readingOf("core_features", { columns: { modules_new: 6 } })).toBe(NONE);
  });
  test("a sponsor or economic buyer in force is a sponsor named", () => {
    expect(readingOf("sponsor_named", { columns: { active_sponsors: 1 } })).toBe(1);
    expect(readingOf("sponsor_named", {})).toBe(0);
  });
});
