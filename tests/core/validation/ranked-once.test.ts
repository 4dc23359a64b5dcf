import { expect, test } from "vitest";
import { randomOf } from "@/db/demo/prng";
import { aucOf, compareAucs } from "@/lib/core/validation/auc";
import { edgeTradeOff } from "@/lib/core/validation/edge-trade-off";
import { measureWorth } from "@/lib/core/validation/measure-worth";
import { scoresWithout } from "@/lib/core/validation/points-before";

/** Books of 2 to 60 cases of both outcomes, with many or few ties. */
function* books() {
  const { next } = randomOf(71);
  for (let book = 0; book < 400; book++) {
    const n = 2 + Math.floor(next() * 58);
    const steps = book % 2 ? 7 : 1e6;
    const value = () => (Math.floor(next() * steps) * 100) / steps;
    yield { n, value, bad: Array.from({ length: n }, (_, i) => i === 0 || (i > 1 && next() < 0.4)), next };
  }
}

test("an area read off the ranking has the interval of the cases placed one by one", () => {
  for (const { n, value, bad } of books()) {
    const risks = Array.from({ length: n }, value);
    const [ranked, placed] = [aucOf(risks, bad), compareAucs(risks, risks, bad)?.first];
    for (const key of ["auc", "low", "high"] as const) expect(ranked?.[key]).toBeCloseTo(placed?.[key] as number, 12);
    expect(ranked).toMatchObject({ bad: placed?.bad, good: placed?.good });
  }
});

test("what a measure is worth is the difference of two areas, also where readings are missing", () => {
  for (const { n, value, bad, next } of books()) {
    const gaps = next() < 0.5 ? 0.3 : 0;
    const measures = ["a", "b", "c"].map((key) => ({
      key,
      points: Float64Array.from({ length: n }, () => (next() < gaps ? Number.NaN : value())),
      weights: new Float64Array(n).fill(10 + 10 * next()),
      absent: new Float64Array(n).fill(Number.NaN),
    }));
    const risk = (scores: Float64Array, places: number[]) => places.map((i) => 100 - (scores[i] as number));
    for (const { key, n: filled, helps } of measureWorth(measures, bad)) {
      if (filled === 0) continue;
      const [all, without] = [scoresWithout(measures, null), scoresWithout(measures, key)];
      const both = bad.flatMap((_, i) => (Number.isFinite(all[i]) && Number.isFinite(without[i]) ? [i] : []));
      const outcomes = both.map((i) => bad[i] as boolean);
      expect(helps).toEqual(compareAucs(risk(all, both), risk(without, both), outcomes));
    }
  }
});

test("an edge names the cases below it, counted one by one", () => {
  for (const { n, value, bad } of books()) {
    const cases = Array.from({ length: n }, (_, i) => ({
      health: i % 9 === 8 ? null : value(),
      bad: bad[i] as boolean,
    }));
    for (const { edge, named, precision } of edgeTradeOff(cases)) {
      const below = cases.filter(({ health }) => health !== null && health < edge);
      expect(named).toBe(below.length);
      expect(precision).toBe(below.length === 0 ? null : below.filter((one) => one.bad).length / below.length);
    }
  }
});
