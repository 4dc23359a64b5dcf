import fc from "fast-check";
import { expect, test } from "vitest";
import { ScoreRequest, scoreRequest } from "@/lib/core/health/score-request";
import { randomRequest } from "./random-model";
import { type Request, reference } from "./reference";

const MODELS = 2500;
type Reading = number | string | null;
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

const CARDS = [
  null,
  { champion: "active", executive: "active", outcome: "defensible" },
  { champion: "missing", executive: "lapsed", outcome: "missing" },
  { champion: "active", executive: "n/a", outcome: "in_development" },
];

/** Four accounts of one model: as drawn, numbers turned, every second reading missing, numbers halved and levels moved on. */
function accountsOf(request: Request, card: number): Request[] {
  const levelAfter = (key: string, level: string) => {
    const scoring = request.model.measures.find((measure) => measure.key === key)?.scoring;
    const names = scoring?.type === "levels" ? Object.keys(scoring.levels) : [];
    return names[(names.indexOf(level) + 1) % names.length] ?? level;
  };
  const changed = (change: (reading: Reading, i: number, key: string) => Reading) =>
    Object.fromEntries(Object.entries(request.readings).map(([key, reading], i) => [key, change(reading, i, key)]));
  return [
    request.readings,
    changed((reading) => (typeof reading === "number" ? -reading : reading)),
    changed((reading, i) => (i % 2 === 0 ? null : reading)),
    changed((reading, _, key) => (typeof reading === "string" ? levelAfter(key, reading) : reading && reading / 2)),
  ].map((readings, i) => ({
    ...request,
    readings,
    scorecard: i === 0 ? request.scorecard : CARDS[(card + i) % CARDS.length],
  }));
}

test("2,500 random models with four accounts each differ in nothing from an independent implementation", () => {
  let compared = 0;
  let insufficient = 0;
  let diverging = 0;
  fc.assert(
    fc.property(randomRequest(), fc.nat(3), (drawn, card) => {
      for (const request of accountsOf(drawn, card)) {
        compared++;
        const answer = reference(request);
        if (answer.band === null) insufficient++;
        if (answer.divergence) diverging++;
        const found = differences(request);
        if (found.length > 0) expect({ request, found }).toEqual({ request, found: [] });
      }
    }),
    { numRuns: MODELS, seed: 20261130 },
  );
  expect(compared).toBe(4 * MODELS);
  expect(insufficient).toBeGreaterThan(MODELS / 5);
  expect(diverging).toBeGreaterThan(MODELS / 5);
}, 240_000);
