import { expect, test } from "vitest";
import { MEASURES, measureOf } from "@/lib/core/measures/catalogue";
import { COLUMNS } from "@/lib/core/measures/columns";
import { needsOf } from "@/lib/core/measures/needs";

const KEYS =
  `licence_utilisation stickiness active_user_trend active_days feature_breadth volume_trend session_length_trend
  modules_adopted modules_new power_users days_since_two_way meeting_attendance response_hours days_since_executive
  programme_participation review_alignment severity_load resolution_hours escalations tickets_opened csat overdue_days
  on_time_payment days_to_decide_by arr_change seat_use seat_use_trend renewals_completed active_champions engaged_contacts
  buying_roles departments_covered single_threaded days_since_key_contact_left headcount_change signed_events nps csat_survey
  ces milestones_met outcomes_shared onboarding_on_plan first_value core_features sponsor_named`.split(/\s+/);

test("the catalogue has every shipped measure under its key", () => {
  expect(Object.keys(MEASURES).sort()).toEqual([...KEYS].sort());
  for (const key of KEYS) expect(measureOf(key).key).toBe(key);
});

test("every measure says its name, unit, feed, freshness and what it is in one sentence", () => {
  for (const measure of Object.values(MEASURES)) {
    expect(measure.name, measure.key).toMatch(/^[A-Z]/);
    expect(measure.definition, measure.key).toMatch(/^[A-Z].*\.$/);
    expect(measure.definition.length, measure.key).toBeLessThan(160);
    expect(measure.freshness, measure.key).toBeGreaterThan(0);
    expect(measure.unit === "level", measure.key).toBe(measure.direction === "level");
    expect(measure.levels ?? [], measure.key).toEqual([...(measure.levels ?? [])].sort());
    expect(measure.levels !== undefined, measure.key).toBe(measure.unit === "level");
  }
  const names = Object.values(MEASURES).map((measure) => measure.name);
  expect(new Set(names).size).toBe(names.length);
});

test("a window is 14 to 365 days or none, and moves what is asked for", () => {
  for (const { key, window } of Object.values(MEASURES)) {
    const far = Math.max(...needsOf([{ key, window: 200 }]).columns.map((need) => need.daysBack), 0);
    if (window === null) expect(far, key).toBe(0);
    else if (key !== "headcount_change" && key !== "seat_use") expect([200, 400], key).toContain(far);
  }
});

test("what a measure needs is what it reads: a window or two back from today", () => {
  expect(needsOf([{ key: "escalations" }]).columns).toEqual([
    { column: "escalations", daysBack: 0 },
    { column: "escalations", daysBack: 90 },
  ]);
  const trend = needsOf([{ key: "active_user_trend" }, { key: "licence_utilisation" }]).columns;
  expect(trend).toHaveLength(7);
  expect(new Set(trend.map((need) => need.daysBack))).toEqual(new Set([0, 28, 56]));
  expect(needsOf([{ key: "headcount_change" }]).metrics).toEqual([
    { key: "headcount", daysBack: 0 },
    { key: "headcount", daysBack: 365 },
  ]);
  expect(needsOf([{ key: "attribute:tier" }, { key: "attribute:tier" }]).attributes).toEqual(["tier"]);
});

test("needs are of columns that account_day has", () => {
  const { columns } = needsOf(KEYS.map((key) => ({ key })));
  for (const { column } of columns) expect(COLUMNS[column]).toBeDefined();
});
