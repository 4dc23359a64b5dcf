import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import { isGuardrailFair } from "@/lib/core/health/guardrail-fairness";
import { Definition } from "@/lib/core/health/model";
import { pointsOf } from "@/lib/core/health/points";
import { encodeReadings, type Reading, scoreAccount } from "@/lib/core/health/score";
import { ScoreRequest, scoreRequest } from "@/lib/core/health/score-request";
import { CHAMPION, EXECUTIVE, OUTCOME } from "@/lib/core/scorecard/answers";
import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import { randomRequest, scorecard } from "@/tests/core/reference/random-model";

const standing = fc.constantFrom<Partial<Card>>(
  {},
  { liftWaitsDays: 3 },
  { liftWaitsDays: 20 },
  { standing: "expired" },
  { championEnded: true },
);
const runs = { numRuns: 300 };
// A busy machine may take its time over a thousand random models.
vi.setConfig({ testTimeout: 240_000 });
const TINY = 1e-9;

/** A definition of which every guardrail is fair. */
function fair(model: unknown): Definition {
  const definition = Definition.parse(model);
  return {
    ...definition,
    guardrails: definition.guardrails.filter((guardrail) => isGuardrailFair(definition, guardrail)),
  };
}

test("contributions sum to raw, and the clamp makes up the rest of the score", () => {
  fc.assert(
    fc.property(randomRequest(), ({ model, readings }) => {
      const scored = scoreAccount(Definition.parse(model), readings);
      const sum = scored.contributions.reduce((total, part) => total + part.contribution, 0);
      expect(Math.abs(sum - (scored.raw ?? 0))).toBeLessThan(TINY);
      expect(scored.exact).toBe(scored.raw === null ? null : Math.min(100, Math.max(0, scored.raw)));
    }),
    runs,
  );
});

test("the order of measures changes no bit of the score", () => {
  fc.assert(
    fc.property(randomRequest(), ({ model, readings }) => {
      const turned = { ...model, measures: [...model.measures].reverse() };
      const { raw, exact, coverage, interval } = scoreAccount(Definition.parse(model), readings);
      expect(scoreAccount(Definition.parse(turned), readings)).toMatchObject({ raw, exact, coverage, interval });
    }),
    runs,
  );
});

test("nothing is ever NaN or infinite, whatever is missing", () => {
  fc.assert(
    fc.property(randomRequest(), (request) => {
      const said = scoreRequest(ScoreRequest.parse(request));
      const numbers: number[] = [];
      JSON.stringify(said, (_, value) => {
        if (typeof value === "number") numbers.push(value);
        return value;
      });
      expect(numbers.every(Number.isFinite)).toBe(true);
    }),
    runs,
  );
});

test("below the coverage floor the score never has a band", () => {
  fc.assert(
    fc.property(randomRequest(), ({ model, readings }) => {
      const scored = scoreAccount(Definition.parse(model), readings);
      if (scored.coverage < model.coverageFloor - 1e-6) expect(scored.band).toBeNull();
    }),
    runs,
  );
});

test("health never falls when a reading improves", () => {
  let improved = 0;
  fc.assert(
    fc.property(
      randomRequest(),
      fc.nat(),
      fc.double({ min: -120, max: 120, noNaN: true }),
      standing,
      (request, pick, x, how) => {
        const definition = fair(request.model);
        const compiled = compileDefinition(definition);
        const at = pick % definition.measures.length;
        const { key, scoring } = definition.measures[at] as Definition["measures"][number];
        const names = scoring.type === "levels" ? Object.keys(scoring.levels) : null;
        const other: Reading = names ? (names[pick % names.length] as string) : x;
        if (request.readings[key] === null) return;
        const changed = { ...request.readings, [key]: other };
        const points = (readings: Record<string, Reading>) =>
          pointsOf(
            (compiled.measures[at] as (typeof compiled.measures)[number]).scoring,
            encodeReadings(compiled, readings)[at] as number,
          );
        const [worse, better] =
          points(changed) >= points(request.readings) ? [request.readings, changed] : [changed, request.readings];
        if (points(worse) === points(better)) return;
        improved++;
        const card = request.scorecard ? ({ answers: request.scorecard, ...how } as Card) : null;
        const of = (readings: Record<string, Reading>) => healthOf(compiled, scoreAccount(compiled, readings), card);
        expect(of(better).score ?? 0).toBeGreaterThanOrEqual((of(worse).score ?? 0) - TINY);
      },
    ),
    { numRuns: 1500 },
  );
  expect(improved).toBeGreaterThan(350);
});

test("health never falls when an answer rises", () => {
  fc.assert(
    fc.property(
      randomRequest(),
      scorecard,
      fc.constantFrom("champion", "executive", "outcome"),
      standing,
      (request, low, question, how) => {
        const scale: readonly string[] = { champion: CHAMPION, executive: EXECUTIVE, outcome: OUTCOME }[
          question
        ] as readonly string[];
        const at = scale.indexOf(low[question as keyof typeof low]);
        if (at <= 0) return;
        const high = { ...low, [question]: scale[at - 1] };
        const definition = fair(request.model);
        const scored = scoreAccount(definition, request.readings);
        const of = (answers: unknown) => healthOf(definition, scored, { answers, ...how } as Card);
        const [before, after] = [of(low), of(high)];
        if (how.standing === "expired" && scored.band === null) return;
        expect(after.score ?? 0).toBeGreaterThanOrEqual((before.score ?? 0) - TINY);
        if (before.band && after.band) expect(after.band.from).toBeGreaterThanOrEqual(before.band.from);
      },
    ),
    { numRuns: 1500 },
  );
});
