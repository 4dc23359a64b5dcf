import { expect, test } from "vitest";
import { REASON_LENGTH, type ReasonFacts, reasonOf, reasonsOf } from "@/lib/core/portfolio/reasons";

const green = { name: "Green", tone: "green" } as const;
const yellow = { name: "Yellow", tone: "yellow" } as const;
const red = { name: "Red", tone: "red" } as const;
const facts = (more: Partial<ReasonFacts> = {}): ReasonFacts => ({
  band: green,
  health: 84,
  scoreBand: green,
  before: null,
  healthThirtyDaysAgo: null,
  divergence: null,
  peopleFact: null,
  renewsInDays: null,
  card: null,
  isFirstCardDue: false,
  silent: null,
  clocks: [],
  coverage: 1,
  coverageFloor: 0.7,
  ...more,
});
const CARD = { ageDays: 41, isDue: false, isExpired: false, championLeftDays: null };
const words = (more: Partial<ReasonFacts>) => reasonOf(facts(more))?.words;

test("an account that needs nobody has no reason", () => {
  expect(reasonOf(facts())).toBeNull();
});

test("each reason begins with its fact", () => {
  const divergence = { sign: "hidden_risk", severe: true, gap: 75.4 } as const;
  expect(words({ divergence, peopleFact: "champion missing 92 d" })).toBe("Looks Green, champion missing 92 d");
  expect(words({ divergence })).toBe("Looks Green, people 75 lower");
  expect(words({ band: yellow, health: 61, before: { band: green, health: 84, daysAgo: 42 } })).toBe(
    "Fell Green → Yellow, 84 → 61 in 42 d",
  );
  expect(words({ band: yellow, renewsInDays: 45 })).toBe("Renews in 45 d and is Yellow");
  expect(words({ card: { ...CARD, isDue: true } })).toBe("Scorecard 41 d old");
  expect(words({ card: { ...CARD, championLeftDays: 3 } })).toBe("Champion left 3 d ago, card says active");
  expect(words({ card: { ...CARD, championLeftDays: 0 } })).toBe("Champion left today, card says active");
  expect(words({ health: 77.2, healthThirtyDaysAgo: 92 })).toBe("Green but falling, 92 → 77 in 30 d");
  expect(words({ silent: { name: "Usage data", days: 16 } })).toBe("Usage data silent 16 d");
  expect(words({ band: null, coverage: 0.62 })).toBe("Data covers 62% of the score");
});

test("reasons come strongest first, each with its action", () => {
  const all = reasonsOf(
    facts({
      band: red,
      health: 40,
      before: { band: green, health: 84, daysAgo: 7 },
      divergence: { sign: "hidden_risk", severe: false, gap: 20 },
      renewsInDays: 20,
      card: { ageDays: 60, isDue: true, isExpired: true, championLeftDays: null },
      silent: { name: "Support data", days: 3 },
    }),
  );
  expect(all.map(({ kind, action }) => [kind, action])).toEqual([
    ["diverges", "settle"],
    ["dropped", "review"],
    ["renews", "plan"],
    ["card", "update_scorecard"],
    ["data", "fix_source"],
  ]);
});

test("a fall within a tone is no drop, a fall of 10 from green is", () => {
  expect(words({ band: yellow, before: { band: yellow, health: 70, daysAgo: 7 }, health: 60 })).toBeUndefined();
  expect(words({ health: 80, healthThirtyDaysAgo: 90 })).toBeDefined();
  expect(words({ health: 80.1, healthThirtyDaysAgo: 90 })).toBeUndefined();
});

test("no reason is longer than 60 characters", () => {
  const long = words({
    divergence: { sign: "hidden_risk", severe: true, gap: 50 },
    peopleFact: "champion missing since the merger of both companies in spring",
  });
  expect([...(long as string)].length).toBeLessThanOrEqual(REASON_LENGTH);
});

test("what a band obliges to is a reason once it is late, the decision before the review, and only while in that band", () => {
  const clock = { severity: "high", state: "breached", tone: "red" } as const;
  const review = { ...clock, kind: "review", text: "Red, no war-room for 9 days" } as const;
  const decision = { ...clock, kind: "decision", text: "Red 92 days, no decision" } as const;
  const late = reasonOf(facts({ band: red, health: 30, clocks: [review, decision] }));
  expect(late).toMatchObject({ kind: "red", words: "Red 92 days, no decision", action: "decide", severe: true });
  expect(reasonOf(facts({ band: red, clocks: [{ ...decision, state: "running" }] }))).toBeNull();
  expect(reasonOf(facts({ band: yellow, clocks: [decision] }))).toBeNull();
});

test("a sudden fall asks for an answer before it is late, an audit once it is due", () => {
  const fall = {
    kind: "fall",
    tone: null,
    state: "running",
    severity: "high",
    text: "Fell 14 points, no answer",
  } as const;
  expect(reasonOf(facts({ clocks: [fall] }))).toMatchObject({ kind: "fall", action: "contact" });
  const audit = {
    kind: "audit",
    tone: "green",
    state: "breached",
    severity: "medium",
    text: "Green 4 quarters",
  } as const;
  expect(reasonOf(facts({ clocks: [{ ...fall, state: "stopped" }, audit] }))).toMatchObject({ kind: "audit" });
});
