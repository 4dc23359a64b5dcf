import { describe, expect, test } from "vitest";
import { randomOf } from "@/db/demo/prng";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import { Model } from "@/lib/core/health/model";
import { cohortOf, type Decision } from "@/lib/core/validation/cohort";
import { validationReport } from "@/lib/core/validation/validation-report";
import { verdictSentence } from "@/lib/core/validation/verdict-sentence";
import { decision, said } from "./decisions";

const EVERYTHING = { smallDownsells: true, unavoidable: true };
const { definitions } = Model.parse({
  name: "one",
  definitions: {
    default: { measures: [{ key: "csat", weight: 1, scoring: { type: "linear", worst: 0, best: 100 } }] },
  },
});
const report = (decisions: readonly Decision[], rules = EVERYTHING) =>
  validationReport(cohortOf(decisions, rules), {
    ...{ horizon: 90, by: "version" as const, definitions: [compileDefinition(definitions.default)] },
    book: { green: 85, withBand: 100 },
  });

/** 40 decisions: of 20 green 2 are lost, of 10 yellow 5, of 10 red 9. */
const FORTY = Array.from({ length: 40 }, (_, i) => {
  const [health, lost] = i < 20 ? [80 + i / 2, i < 2] : i < 30 ? [55 + i / 10, i < 25] : [20 + i / 2, i < 39];
  return decision(i, health, lost ? "churned" : "renewed");
});

describe("a report on decisions", () => {
  test("counts what was right, beside what the more frequent outcome gets", () => {
    const { n, bad, health, verdict, bands, stillGreen, misses } = report(FORTY);
    expect([n, bad, stillGreen, verdict]).toEqual([40, 16, 2, "better than chance"]);
    expect(health.right?.hits).toBe(18 + 5 + 9);
    expect(health.belowGreen.majority).toBe(24 / 40);
    expect(bands.map(({ tone, lost }) => [tone, lost?.hits, lost?.n])).toEqual([
      [3, 2, 20],
      [2, 5, 10],
      [1, 9, 10],
    ]);
    expect(misses.missed.map(({ accountId }) => accountId).sort()).toEqual([0, 1]);
    expect(misses.untouched.map(({ accountId }) => accountId)).toEqual([39]);
  });

  test("says the bars of the field in figures, and which are out of reach", () => {
    const bars = Object.fromEntries(report(FORTY).bars.map((bar) => [bar.key, bar]));
    expect(bars.auc?.met).toBe(true);
    expect(bars.red).toMatchObject({ value: 0.9 / 0.4, met: false });
    expect(bars.red?.note).toContain("Out of reach");
    expect(bars.caught).toMatchObject({ value: 14 / 16, met: true });
    expect(bars.green).toMatchObject({ value: 0.85, met: false });
  });

  test("a red account that was worked and stayed is a save, not a false alarm", () => {
    const worked = FORTY.map((one) => (one.accountId === 39 ? { ...one, isWorked: true } : one));
    const { misses } = report(worked);
    expect([misses.saved.length, misses.untouched.length]).toEqual([1, 0]);
  });

  test("every decision is a case or is named among those that are none", () => {
    const others: Decision[] = [
      decision(50, null, "renewed"),
      decision(51, 40, "churned", { version: null }),
      decision(52, 40, "churned", { version: { ...said(null), definition: null, readings: null } }),
    ];
    const { cases, insufficient, withoutHistory, waiting } = report([...FORTY, ...others]);
    expect(cases).toHaveLength(40);
    expect([insufficient, withoutHistory, waiting].map((list) => list.map(({ accountId }) => accountId))).toEqual([
      [50],
      [52],
      [51],
    ]);
  });

  test("small downsells, unavoidable losses and mid-term expansions are left out by rule, and counted", () => {
    const others = [
      decision(60, 80, "downsold", { arrAfterCents: 96_000 }),
      decision(61, 80, "churned", { avoidable: false }),
      decision(62, 80, "expanded", { isMidTerm: true }),
    ];
    expect(report([...FORTY, ...others]).leftOut).toEqual({ "expanded in mid-term": 1 });
    const { leftOut, n } = report([...FORTY, ...others], { smallDownsells: false, unavoidable: false });
    expect(n).toBe(40);
    expect(leftOut).toEqual({ "expanded in mid-term": 1, "small downsell": 1, "unavoidable loss": 1 });
  });

  test("a measure that has readings for the lost alone is named", () => {
    const knowing = FORTY.map((one) => ({
      ...one,
      version: one.version && { ...one.version, readings: [one.kind === "churned" ? 10 : Number.NaN] },
    }));
    expect(report(knowing).worth[0]?.knows).toBe("filled for one outcome only");
    const ranking = FORTY.map((one) => ({
      ...one,
      version: one.version && { ...one.version, readings: [one.kind === "churned" ? 10 : 90] },
    }));
    expect(report(ranking).worth[0]).toMatchObject({ knows: "ranks too well", alone: { auc: 1 } });
    expect(report(ranking).best).toBeNull();
  });
});

describe("the verdict", () => {
  test("a score made of noise is no better than chance, in those words", () => {
    let chance = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomOf(seed);
      const noise = Array.from({ length: 120 }, (_, i) =>
        decision(i, 100 * random.next(), random.chance(0.4) ? "churned" : "renewed"),
      );
      const found = report(noise);
      if (found.verdict !== "no better than chance") continue;
      chance++;
      expect(verdictSentence(found)).toMatch(/^No better than chance: /);
    }
    // By chance alone one interval in twenty misses 0.5.
    expect(chance).toBeGreaterThanOrEqual(34);
  });

  test("carries n and an interval, and another version's figure where one is given", () => {
    const found = report(FORTY);
    expect(verdictSentence(found, { version: 1, right: found.health.right })).toBe(
      "80% right at 90 days (n = 40, 95% CI 65–90); version 1 was 80%.",
    );
  });

  test("says what calling all alike gets, where health gets no more", () => {
    const rare = Array.from({ length: 40 }, (_, i) =>
      decision(i, i < 8 ? 20 + i : 80 + i / 4, i < 3 ? "churned" : "renewed"),
    );
    expect(verdictSentence(report(rare))).toBe(
      "88% right at 90 days (n = 40, 95% CI 74–95). Calling all kept gets 93%.",
    );
  });

  test("gives no percentage below 30 outcomes", () => {
    const few = report(FORTY.slice(11));
    expect(few.verdict).toBe("too few outcomes");
    expect(verdictSentence(few)).toBe(
      "Too few outcomes: 29 of the 30 that it takes to say how often health was right.",
    );
  });

  test("says that it is being computed where what waits is what is missing", () => {
    const waiting = FORTY.map((one, i) => (i < 11 ? one : { ...one, version: null }));
    expect(verdictSentence(report(waiting))).toBe("Being computed: 11 of 40 decisions so far, 90 days before each.");
    expect(verdictSentence(report(waiting.slice(0, 29)))).toMatch(/^Too few outcomes: 11 of the 30 /);
  });

  test("makes no claim about days ahead where no account had data so long before", () => {
    const undated = FORTY.map((one) => ({ ...one, version: { ...said(null), definition: null, readings: null } }));
    expect(verdictSentence(report(undated))).toBe(
      "Nothing can be said of 90 days ahead: of 40 decisions none has data from 90 days before it.",
    );
    const ofToday = FORTY.map((one) => ({ ...one, version: { ...said(null), definition: 0, readings: null } }));
    expect(verdictSentence(report(ofToday))).toBe(
      "Nothing can be said of 90 days ahead: of 40 decisions none has enough data from 90 days before it.",
    );
    expect(verdictSentence(report([...FORTY.slice(0, 1), ...undated.slice(1)]))).toBe(
      "Too few outcomes: of 40 decisions 1 has data from 90 days before, and it takes 30 to say how often health was right.",
    );
  });

  test("with one kind of outcome there is nothing to tell apart", () => {
    const kept = FORTY.map((one) => decision(one.accountId, 80, "renewed"));
    expect(report(kept).verdict).toBe("one kind of outcome only");
    expect(verdictSentence(report(kept))).toBe("All 40 were kept: there is nothing to tell apart.");
    const lost = FORTY.map((one) => decision(one.accountId, 80, one.accountId % 2 ? "churned" : "downsold"));
    expect(verdictSentence(report(lost))).toBe(
      "All 40 were lost (churned or downsold): there is nothing to tell apart.",
    );
  });
});
