import { expect, test } from "vitest";
import { Definition } from "@/lib/core/health/model";
import { type Reading, scoreAccount } from "@/lib/core/health/score";
import type { Answers } from "@/lib/core/scorecard/answers";
import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";

const one = (overlay: object = {}, more: object = {}) =>
  Definition.parse({
    measures: [{ key: "q", weight: 1, scoring: { type: "linear", worst: 0, best: 100 } }],
    overlay,
    ...more,
  });
const best: Answers = { champion: "active", executive: "active", outcome: "defensible" };
const gone: Answers = { champion: "missing", executive: "none", outcome: "in_development" };
const middling: Answers = { champion: "at_risk", executive: "lapsed", outcome: "in_development" };
const health = (q: number | null, card: Partial<Card> & { answers: Answers }, definition = one()) =>
  healthOf(definition, scoreAccount(definition, { q }), card);
const main = DEFAULT_MODEL.definitions.default;
const healthFor = (readings: Record<string, Reading>, answers: Answers) =>
  healthOf(main, scoreAccount(main, readings), { answers });

test("blind spot A: full use and paid bills, champion gone and no executive: measured green, health red", () => {
  const scored = scoreAccount(main, {
    licence_utilisation: 95,
    active_user_trend: 4,
    meeting_attendance: 70,
    severity_load: 1,
    on_time_payment: 100,
    milestones_met: 80,
  });
  const result = healthOf(main, scored, { answers: gone });
  expect(scored.band?.key).toBe("green");
  expect(result.band?.key).toBe("red");
  expect(result.score).toBeCloseTo(49.9, 9);
  expect(result.divergence).toMatchObject({ sign: "hidden_risk", tones: 2, severe: true });
});

test("blind spot B: little use in a planned migration, champion engaged and expansion in talks: measured red, health green", () => {
  const result = healthFor(
    {
      licence_utilisation: 40,
      active_user_trend: -12,
      meeting_attendance: 75,
      severity_load: 9,
      on_time_payment: 97,
      milestones_met: 45,
    },
    best,
  );
  expect(result.overlaid).toBeCloseTo(75, 9);
  expect(result).toMatchObject({ band: { key: "green" }, unreviewed: false });
  expect(result.divergence).toMatchObject({ sign: "false_alarm", tones: 2, severe: true });
});

test("qualitative wins holds health to the people band, from 49.9 up to 75 and 100", () => {
  expect(health(90, { answers: gone }).score).toBeCloseTo(49.9, 9);
  expect(health(20, { answers: best }).score).toBe(75);
  expect(health(100, { answers: best }).score).toBe(100);
  expect(health(95, { answers: middling }).score).toBeCloseTo(72.5, 9);
  expect(health(0, { answers: middling }).score).toBe(50);
});

test("worst of holds to the lower of both tones, blend does not hold, advisory leaves the score", () => {
  expect(health(20, { answers: best }, one({ policy: "worst_of" })).score).toBeCloseTo(49.9, 9);
  expect(health(90, { answers: gone }, one({ policy: "worst_of" })).score).toBeCloseTo(49.9, 9);
  expect(health(90, { answers: gone }, one({ policy: "blend" })).score).toBe(52.5);
  expect(health(90, { answers: gone }, one({ policy: "blend", weight: 0.2 })).score).toBeCloseTo(75, 9);
  const advised = health(90, { answers: gone }, one({ policy: "advisory" }));
  expect(advised.score).toBe(90);
  expect(advised.divergence?.sign).toBe("hidden_risk");
});

test("an expired card no longer lifts, but holds what it lowered; both are unconfirmed", () => {
  const lifted = health(20, { answers: best, standing: "expired" });
  expect(lifted).toMatchObject({ score: 20, unconfirmed: true, divergence: null });
  const lowered = health(90, { answers: gone, standing: "expired" });
  expect(lowered.score).toBeCloseTo(49.9, 9);
  expect(lowered).toMatchObject({ unconfirmed: true, divergence: { sign: "hidden_risk" } });
});

test("a lift of two tones counts unreviewed for 14 days and is then capped at yellow", () => {
  expect(health(20, { answers: best, liftWaitsDays: 14 })).toMatchObject({ score: 75, unreviewed: true });
  const late = health(20, { answers: best, liftWaitsDays: 15 });
  expect(late.score).toBeCloseTo(74.9, 9);
  expect(late).toMatchObject({ unreviewed: true, liftCapped: true, band: { key: "yellow" } });
  expect(health(60, { answers: best, liftWaitsDays: 15 })).toMatchObject({ unreviewed: false, score: 80 });
});

test("the cap of a waiting lift leaves no gap under green into which a lesser answer could rise", () => {
  const definition = one({ policy: "blend", weight: 0.9 });
  const waiting = (answers: Answers, q: number) =>
    health(q, { answers, liftWaitsDays: 15 }, definition).score as number;
  const short: Answers = { champion: "at_risk", executive: "active", outcome: "defensible" };
  expect(waiting(short, 29.5)).toBeCloseTo(74.9, 9);
  expect(waiting(best, 29.5)).toBeCloseTo(74.9, 9);
});

test("without enough data the people band stands alone, L its number; never under advisory; an expired card only if red", () => {
  expect(health(null, { answers: best })).toMatchObject({ score: 100, band: { key: "green" }, peopleAlone: true });
  expect(health(null, { answers: best }, one({ policy: "advisory" }))).toMatchObject({ score: null, band: null });
  expect(health(null, { answers: best, standing: "expired" }).band).toBeNull();
  expect(health(null, { answers: gone, standing: "expired" })).toMatchObject({ score: 15, band: { key: "red" } });
  expect(health(null, { answers: best }).divergence).toBeNull();
});

test("guardrails act after the overlay, those from below first, and never give an account without data a band", () => {
  const guardrails = [
    { when: [{ measure: "q", below: 95 }], healthAtMost: "yellow" },
    { when: [{ measure: "q", above: 1 }], healthAtLeast: "green" },
  ];
  const result = health(90, { answers: gone }, one({}, { guardrails }));
  expect(result.score).toBeCloseTo(74.9, 9);
  expect(result.guardrails).toEqual([1, 0]);
  expect(result.overlaid).toBeCloseTo(49.9, 9);
  expect(result.divergence?.sign).toBe("hidden_risk");
  expect(health(null, { answers: best }, one({}, { guardrails })).score).toBe(100);
});

test("a champion contact's end date caps an active champion at once", () => {
  const result = health(60, { answers: best, championEnded: true });
  expect(result.qualitative).toEqual({ score: 80, tone: "yellow" });
});

test("the steps say in order what clamp, overlay and guardrail did", () => {
  const definition = Definition.parse({
    measures: [{ key: "q", weight: 1, scoring: { type: "levels", levels: { good: 10, bad: -5 } } }],
    guardrails: [{ when: [{ measure: "q", level: "bad" }], healthAtLeast: "yellow" }],
  });
  const result = healthOf(definition, scoreAccount(definition, { q: "bad" }), { answers: gone });
  expect(result.steps.map((step) => [step.kind, step.before, step.after])).toEqual([
    ["clamp", -50, 0],
    ["overlay", 0, 7.5],
    ["guardrail", 7.5, 50],
  ]);
  expect(result.steps[0]?.words).toBe("The sum −50 lies outside 0–100: the score is 0.");
});
