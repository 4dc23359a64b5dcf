import fc from "fast-check";
import { expect, test } from "vitest";
import { toneRank } from "@/lib/core/health/band";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import { CARD, FLAG, healthColumns } from "@/lib/core/health/health-columns";
import { Definition } from "@/lib/core/health/model";
import { encodeReadings, type Reading, scoreAccount } from "@/lib/core/health/score";
import { scoreColumns } from "@/lib/core/health/score-columns";
import { cappedAnswers, qualitativeOf } from "@/lib/core/scorecard/answers";
import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import { randomRequest, scorecard } from "@/tests/core/reference/random-model";

const account = fc.record({
  card: fc.option(scorecard, { nil: null }),
  standing: fc.constantFrom(CARD.IN_FORCE, CARD.LIFT_WAITS, CARD.LIFT_OVERDUE, CARD.EXPIRED),
  championEnded: fc.boolean(),
  absent: fc.array(fc.constantFrom<Reading | "as given">("as given", "as given", null, { none: true }), {
    minLength: 7,
    maxLength: 7,
  }),
});

const cardOf = ({
  card,
  standing,
  championEnded,
}: typeof account extends fc.Arbitrary<infer A> ? A : never): Card | null =>
  card && {
    answers: card,
    championEnded,
    standing: standing === CARD.EXPIRED ? "expired" : "in_force",
    liftWaitsDays: standing === CARD.LIFT_WAITS ? 14 : standing === CARD.LIFT_OVERDUE ? 15 : null,
  };

test("columns of accounts come out bit for bit as one account at a time", () => {
  fc.assert(
    fc.property(randomRequest(), fc.array(account, { minLength: 1, maxLength: 6 }), ({ model, readings }, accounts) => {
      const compiled = compileDefinition(Definition.parse(model));
      const rows = accounts.map(({ absent }) =>
        Object.fromEntries(
          Object.entries(readings).map(([key, reading], i) => [
            key,
            absent[i] === "as given" ? reading : (absent[i] as Reading),
          ]),
        ),
      );
      const encoded = rows.map((row) => encodeReadings(compiled, row));
      const columns = compiled.keys.map((_, k) => Float64Array.from(encoded, (row) => row[k] as number));
      const n = accounts.length;
      const scores = scoreColumns(compiled, columns, n);
      const cards = {
        score: new Float64Array(n).fill(Number.NaN),
        rank: new Int8Array(n).fill(-1),
        standing: new Uint8Array(n),
      };
      for (const [i, one] of accounts.entries()) {
        if (!one.card) continue;
        const people = qualitativeOf(compiled.overlay.weights, cappedAnswers(one.card, one.championEnded));
        cards.score[i] = people.score;
        cards.rank[i] = toneRank(people.tone);
        cards.standing[i] = one.standing;
      }
      const healths = healthColumns(compiled, scores, cards, columns, n);
      for (const [i, one] of accounts.entries()) {
        const scored = scoreAccount(compiled, rows[i] as Record<string, Reading>);
        const at = (column: Float64Array) => (Number.isNaN(column[i]) ? null : column[i]);
        expect([at(scores.raw), at(scores.score), scores.coverage[i], at(scores.low), at(scores.high)]).toEqual([
          scored.raw,
          scored.exact,
          scored.coverage,
          scored.interval?.[0] ?? null,
          scored.interval?.[1] ?? null,
        ]);
        const health = healthOf(compiled, scored, cardOf(one));
        expect(at(healths.health)).toBe(health.score);
        expect(at(healths.overlaid)).toBe(health.overlaid);
        const bands = compiled.bands.bands;
        expect(bands[healths.band[i] as number] ?? null).toBe(health.band);
        expect(bands[healths.scoreBand[i] as number] ?? null).toBe(scored.band);
        const flags = healths.flags[i] as number;
        const has = (flag: number) => (flags & flag) !== 0;
        expect({
          alone: has(FLAG.PEOPLE_ALONE),
          unreviewed: has(FLAG.UNREVIEWED),
          capped: has(FLAG.LIFT_CAPPED),
          unconfirmed: has(FLAG.UNCONFIRMED),
          guarded: has(FLAG.GUARDED),
          sign: has(FLAG.HIDDEN_RISK) ? "hidden_risk" : has(FLAG.FALSE_ALARM) ? "false_alarm" : null,
          severe: has(FLAG.SEVERE),
        }).toEqual({
          alone: health.peopleAlone,
          unreviewed: health.unreviewed,
          capped: health.liftCapped,
          unconfirmed: health.unconfirmed,
          guarded: health.guardrails.length > 0,
          sign: health.divergence?.sign ?? null,
          severe: health.divergence?.severe ?? false,
        });
      }
    }),
    { numRuns: 300 },
  );
}, 240_000);

test("an account of a large book is scored as it is alone", () => {
  const compiled = compileDefinition(
    Definition.parse({ measures: [{ key: "a", weight: 1, scoring: { type: "linear", worst: 0, best: 3000 } }] }),
  );
  const scores = scoreColumns(
    compiled,
    [Float64Array.from({ length: 3000 }, (_, i) => (i % 7 === 0 ? Number.NaN : i))],
    3000,
  );
  expect(scores.score[2999]).toBe((2999 / 3000) * 100);
  expect(scores.score[2996]).toBeNaN();
  expect(scores.coverage[2996]).toBe(0);
});
