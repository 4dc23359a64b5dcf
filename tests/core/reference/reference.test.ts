import fc from "fast-check";
import { expect, test } from "vitest";
import { ScoreRequest, scoreRequest } from "@/lib/core/health/score-request";
import { randomRequest } from "./random-model";
import { type Request, reference } from "./reference";

const RUNS = 10_000;
const near = (a: number | null, b: number | null) => a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9);
const tenth = (x: number | null) =>
  x === null ? null : Number((Math.sign(x) * Math.floor(Math.abs(Number(x.toFixed(6))) * 10 + 0.5 + 1e-7)) / 10);

/** Where kernel and reference differ; empty when they agree. */
function differences(request: Request): string[] {
  const parsed = ScoreRequest.safeParse(request);
  if (!parsed.success) return [`refused: ${parsed.error.issues[0]?.message}`];
  const ours = scoreRequest(parsed.data);
  const theirs = reference(request);
  const said: [string, boolean][] = [
    ["raw", near(ours.raw, theirs.raw)],
    ["exact", near(ours.exact, theirs.exact)],
    ["score", near(ours.score, tenth(theirs.exact))],
    ["band", ours.band === theirs.band],
    ["coverage", near(ours.coverage, theirs.coverage)],
    ["low", near(ours.interval?.[0] ?? null, tenth(theirs.interval[0]))],
    ["high", near(ours.interval?.[1] ?? null, tenth(theirs.interval[1]))],
    ["contributions", ours.contributions.every((c, i) => near(c.contribution, theirs.contributions[i] as number))],
    ["L", near(ours.qualitative?.score ?? null, tenth(theirs.qualitative?.score ?? null))],
    ["people band", (ours.qualitative?.tone ?? null) === (theirs.qualitative?.tone ?? null)],
    ["health", near(ours.health.score, tenth(theirs.health.score))],
    ["health band", ours.health.band === theirs.health.band],
    ["sign", ours.divergence?.sign === theirs.divergence?.sign],
    ["gap", near(ours.divergence?.gap ?? null, tenth(theirs.divergence?.gap ?? null))],
    ["tones", ours.divergence?.tones === theirs.divergence?.tones],
    ["severe", ours.divergence?.severe === theirs.divergence?.severe],
  ];
  return said.filter(([, agrees]) => !agrees).map(([what]) => what);
}

test("10,000 random models and accounts differ in nothing from an independent implementation", () => {
  let compared = 0;
  let insufficient = 0;
  let diverging = 0;
  fc.assert(
    fc.property(randomRequest(), (request) => {
      compared++;
      const answer = reference(request);
      if (answer.band === null) insufficient++;
      if (answer.divergence) diverging++;
      expect(differences(request)).toEqual([]);
    }),
    { numRuns: RUNS, seed: 20261130 },
  );
  expect(compared).toBe(RUNS);
  expect(insufficient).toBeGreaterThan(RUNS / 20);
  expect(diverging).toBeGreaterThan(RUNS / 20);
}, 60_000);
