import { expect, test } from "vitest";
import { compileDefinition, readingKeys } from "@/lib/core/health/compile-definition";
import type { Definition } from "@/lib/core/health/model";
import { scoreAccount } from "@/lib/core/health/score";
import { definitionRequests } from "@/lib/core/measures/levels";
import { BAND_PRESETS, presetBands } from "@/lib/core/templates/band-presets";
import { TEMPLATES, templateOf } from "@/lib/core/templates/templates";

const definitionsOf = (key: string): Definition[] => {
  const { default: main, onboarding, segments } = templateOf(key).model.definitions;
  return [main, ...(onboarding ? [onboarding] : []), ...Object.values(segments ?? {})];
};
const main = (key: string) => templateOf(key).model.definitions.default;
const scoreOf = (key: string, readings: Record<string, number | string>) => scoreAccount(main(key), readings);

test("eight templates are shipped, each with its own key, title and an onboarding definition", () => {
  expect(new Set(TEMPLATES.map((template) => template.key)).size).toBe(8);
  for (const { model } of TEMPLATES) expect(model.definitions.onboarding).toBeDefined();
});

test.each(TEMPLATES.map((template) => template.key))("%s asks only for measures that signals can give", (key) => {
  for (const definition of definitionsOf(key)) {
    expect(() => definitionRequests(definition)).not.toThrow();
    expect(compileDefinition(definition).keys).toEqual(readingKeys(definition));
  }
});

test.each(TEMPLATES.map((template) => template.key))(
  "%s can be published: every band has its playbook and owner",
  (key) => {
    for (const { bands } of definitionsOf(key))
      for (const band of bands) expect(band.playbook && band.ownerRole && band.firstDeadlineDays).toBeTruthy();
  },
);

test("ten-point scores 8, 6, 9, 10, 7 weighted 30/25/20/15/10 make 79.0", () => {
  const keys = main("weighted_ten_point").measures.map((measure) => measure.key);
  const readings = Object.fromEntries(keys.map((key, i) => [key, [8, 6, 9, 10, 7][i] as number]));
  const scored = scoreOf("weighted_ten_point", readings);
  expect(scored.exact).toBeCloseTo(79, 9);
  expect(scored.score).toBe(79);
});

test("the five components by points make 100, 47.5, 70 and a raw −37.5 that is shown as 0", () => {
  const of = (usage: string, engagement: string, business: string, support: string, contract: string) =>
    scoreOf("five_component", { usage, engagement, business, support, contract });
  expect(of("high", "active", "growing", "clean", "no_issues").exact).toBeCloseTo(100, 9);
  expect(of("medium", "passive", "stable", "open_tickets", "upcoming_renewal").exact).toBeCloseTo(47.5, 9);
  expect(of("high", "passive", "stable", "open_tickets", "no_issues").exact).toBeCloseTo(70, 9);
  const worst = of("declining", "none", "shrinking", "critical", "payment_issues");
  expect(worst.raw).toBeCloseTo(-37.5, 9);
  expect(worst.score).toBe(0);
});

test("the five components have four bands with the tones green, yellow, yellow, red", () => {
  const bands = main("five_component").bands;
  expect(bands.map((band) => [band.name, band.from, band.tone])).toEqual([
    ["Healthy", 90, "green"],
    ["At-Risk", 70, "yellow"],
    ["Concerning", 50, "yellow"],
    ["Critical", 0, "red"],
  ]);
  expect(
    scoreOf("five_component", {
      usage: "high",
      engagement: "passive",
      business: "stable",
      support: "open_tickets",
      contract: "no_issues",
    }).band?.key,
  ).toBe("at_risk");
});

test("the default model weighs six measures to 100", () => {
  const { measures } = main("default");
  expect(measures.map((measure) => measure.weight)).toEqual([20, 20, 15, 15, 10, 20]);
  const scored = scoreOf("default", {
    licence_utilisation: 85,
    active_user_trend: -10,
    meeting_attendance: 60,
    severity_load: 3,
    on_time_payment: 98,
    milestones_met: 55,
  });
  expect(scored.contributions.map((part) => part.points)).toEqual([100, 35, 50, 75, 100, 50]);
  expect(scored.exact).toBeCloseTo(20 + 7 + 7.5 + 11.25 + 10 + 10, 9);
});

test("eight band presets are shipped and each makes three valid bands", () => {
  expect(BAND_PRESETS.map((preset) => `${preset.healthyFrom}/${preset.atRiskBelow}`)).toEqual([
    "70/60",
    "75/65",
    "65/55",
    "60/50",
    "70/60",
    "80/70",
    "65/55",
    "60/50",
  ]);
  expect(presetBands("enterprise_annual").map((band) => band.from)).toEqual([80, 70, 0]);
});
