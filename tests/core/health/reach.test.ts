import fc from "fast-check";
import { expect, test } from "vitest";
import { type CompiledDefinition, compileDefinition } from "@/lib/core/health/compile-definition";
import { Definition } from "@/lib/core/health/model";
import { shortestWay } from "@/lib/core/health/reach";
import { applied, type ReachStep } from "@/lib/core/health/reach-step";
import { encodeReadings, scoreEncoded } from "@/lib/core/health/score";
import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import { templateOf } from "@/lib/core/templates/templates";
import { randomRequest, scorecard } from "@/tests/core/reference/random-model";

const card: fc.Arbitrary<Card | null> = fc.option(
  fc.record({
    answers: scorecard as fc.Arbitrary<Card["answers"]>,
    standing: fc.constantFrom("in_force", "in_force", "expired"),
    championEnded: fc.boolean(),
    liftWaitsDays: fc.constantFrom(null, 3, 15),
  }),
  { nil: null },
) as fc.Arbitrary<Card | null>;

function bandOf(compiled: CompiledDefinition, readings: Float64Array, own: Card | null): number {
  const { band } = healthOf(compiled, scoreEncoded(compiled, readings), own);
  return band ? compiled.bands.bands.indexOf(band) : 99;
}

/** Readings of one measure at many ways off, with how far each is as a part of its span. */
function around(compiled: CompiledDefinition, column: number, x: number, steps: number): [to: number, share: number][] {
  const { scoring } = compiled.measures[column] as CompiledDefinition["measures"][number];
  if (scoring.levels) {
    const order = [...scoring.ys.keys()].sort((a, b) => (scoring.ys[a] as number) - (scoring.ys[b] as number) || a - b);
    return order.map((level, place) => [level, Math.abs(place - order.indexOf(x)) / Math.max(1, order.length - 1)]);
  }
  const corners = scoring.type === "linear" ? [scoring.worst, scoring.best] : [...scoring.xs];
  const span = Math.max(...corners) - Math.min(...corners) || 1;
  const all = [...corners, x];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: steps + 1 }, (_, i) => {
    const to = low + ((high - low) * i) / steps;
    return [to, Math.abs(to - x) / span];
  });
}

const asked = fc.record({ request: randomRequest(), own: card });

test("the shortest way leads to the next band, and nothing shorter on a fine grid does", () => {
  let ways = 0;
  fc.assert(
    fc.property(asked, ({ request: { model, readings: given }, own }) => {
      const compiled = compileDefinition(Definition.parse(model));
      const readings = encodeReadings(compiled, given);
      const now = bandOf(compiled, readings, own);
      const reach = shortestWay(compiled, readings, own);
      if (reach.kind === "best") {
        expect(now).toBe(0);
        return;
      }
      if (reach.kind === "insufficient") return;
      const least = reach.kind === "way" ? reach.share : Number.POSITIVE_INFINITY;
      if (reach.kind === "way") {
        ways++;
        const account = applied({ compiled, readings, card: own }, reach.steps);
        expect(bandOf(compiled, account.readings, account.card)).toBeLessThan(now);
        expect(reach.steps.length).toBeLessThanOrEqual(2);
      }
      const columns = compiled.measures.map((_, i) => i).filter((i) => Number.isFinite(readings[i]));
      for (const i of columns)
        for (const [x, share] of around(compiled, i, readings[i] as number, 40)) {
          if (share >= least - 2e-5) continue;
          expect([i, x, bandOf(compiled, readings.with(i, x), own) < now]).toEqual([i, x, false]);
        }
      for (const [a, i] of columns.entries())
        for (const j of columns.slice(a + 1))
          for (const [x, first] of around(compiled, i, readings[i] as number, 7))
            for (const [y, second] of around(compiled, j, readings[j] as number, 7)) {
              if (first + second >= least - 2e-5) continue;
              const moved = readings.with(i, x).with(j, y);
              expect([i, x, j, y, bandOf(compiled, moved, own) < now]).toEqual([i, x, j, y, false]);
            }
    }),
    { numRuns: 150 },
  );
  expect(ways).toBeGreaterThan(25);
});

const { model } = templateOf("default");
const compiled = compileDefinition(model.definitions.default);
const middling = {
  licence_utilisation: 57.5,
  active_user_trend: -5,
  meeting_attendance: 60,
  severity_load: 6,
  on_time_payment: 79,
  milestones_met: 55,
};
const steps = (given: Partial<typeof middling>, own: Card | null = null): ReachStep[] | string => {
  const reach = shortestWay(compiled, encodeReadings(compiled, { ...middling, ...given }), own);
  return reach.kind === "way" ? reach.steps : reach.kind;
};

test("of measures alike far from their best, the one that weighs most per span is moved, by just what is lacking", () => {
  const [step, ...rest] = steps({ licence_utilisation: 46.5 }) as ReachStep[];
  expect(rest).toEqual([]);
  const lifted = scoreEncoded(compiled, encodeReadings(compiled, { ...middling, licence_utilisation: 46.5 }));
  expect(lifted.band?.key).toBe("red");
  expect(step?.kind).toBe("reading");
});

test("where people hold the band, an answer is the only way; an expired card that lowers is answered again", () => {
  const answers = { champion: "at_risk", executive: "active", outcome: "in_development" } as const;
  const best = { ...middling, licence_utilisation: 85, active_user_trend: 10, severity_load: 0, milestones_met: 90 };
  expect(steps(best, { answers })).toEqual([
    { kind: "answer", question: "champion", from: "at_risk", to: "active", share: 0.5 },
  ]);
});

test("an account in the best band, and one without enough data, has no way to go", () => {
  expect(steps({ licence_utilisation: 85, active_user_trend: 10, severity_load: 0, milestones_met: 90 })).toBe("best");
  expect(shortestWay(compiled, encodeReadings(compiled, {}), null).kind).toBe("insufficient");
});
