import { emptyCardFacts } from "@/lib/core/health/card-columns";
import type { Model } from "@/lib/core/health/model";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import type { BookColumns } from "@/lib/core/what-if/book-columns";
import { readingIdentities } from "@/lib/core/what-if/reading-identity";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";

/** Random numbers in 0–1 that are the same every time. */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A made-up book that a model has scored: readings between and beyond worst and best, some missing, three in four with cards. */
export function randomBook(model: Model, n: number, seed = 1): BookColumns {
  const random = mulberry(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const cards = emptyCardFacts(n);
  for (let i = 0; i < n; i++) {
    if (random() < 0.25) continue;
    [cards.champion[i], cards.executive[i], cards.outcome[i]] = [below(3), below(4), below(3)];
    cards.expired[i] = random() < 0.1 ? 1 : 0;
    const lift = random();
    if (lift < 0.05) cards.waits[i] = below(30);
    else if (lift < 0.1) cards.settledGap[i] = random() * 80;
  }
  const readings = new Map<string, Float64Array>();
  for (const definition of namedDefinitions(model).values())
    for (const [m, identity] of readingIdentities(definition).entries()) {
      const scoring = definition.measures[m]?.scoring;
      const [from, to] = scoring?.type === "linear" ? [scoring.worst, scoring.best] : [0, 10];
      const levels = scoring?.type === "levels" ? Object.keys(scoring.levels).length : null;
      readings.set(
        identity,
        Float64Array.from({ length: n }, () => {
          if (random() < 0.04) return random() < 0.5 ? Number.NaN : Number.NEGATIVE_INFINITY;
          return levels === null ? from + (random() * 1.6 - 0.3) * (to - from) : below(levels);
        }),
      );
    }
  const book: BookColumns = {
    about: {
      ...{ runId: 1, revision: 0, asOf: "2026-11-30", version: 1, model, currency: "USD" },
      segments: ["enterprise", "mid_market", "smb"],
      waiting: 0,
      csms: Array.from({ length: 20 }, (_, id) => ({ id, name: `CSM ${id}` })),
    },
    n,
    accountIds: Int32Array.from({ length: n }, (_, i) => i + 1),
    arr: Float64Array.from({ length: n }, (_, i) => (i % 50 === 0 ? Number.NaN : Math.round((n - i) * 1000))),
    segment: Int16Array.from({ length: n }, () => below(4) - 1),
    csm: Int16Array.from({ length: n }, () => below(21) - 1),
    onboarding: new Uint8Array(n),
    ...{ cards, readings, published: null, decided: null },
  };
  const { definition, score, scoreBand, health, band } = rescore(prepareBook(book, layoutOf(model)), model, n);
  return { ...book, published: { definition, score, scoreBand, health, band } };
}
