import "server-only";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { healthColumns } from "@/lib/core/health/health-columns";
import { definitionIndexOf } from "@/lib/core/health/named-definitions";
import { scoreColumns } from "@/lib/core/health/score-columns";
import { readDefinition } from "@/lib/core/measures/levels";
import type { Slices } from "@/lib/core/measures/measure";
import { cardColumns } from "./card-columns";
import type { ComputedBook } from "./compute-book";
import type { Book } from "./load-book";
import type { Cards } from "./load-cards";
import type { KnownDivergence } from "./load-divergences";
import type { RunModel } from "./load-run-model";
import { slicesAt } from "./narrow-slices";

/** What a run found, one entry an account in the book's order; NaN and band −1 are absent, a people rank of −1 no card. */
export type Scored = {
  n: number;
  definition: Uint8Array;
  score: Float64Array;
  raw: Float64Array;
  coverage: Float64Array;
  low: Float64Array;
  high: Float64Array;
  scoreBand: Int8Array;
  health: Float64Array;
  healthBand: Int8Array;
  flags: Uint16Array;
  qualitative: Float64Array;
  peopleRank: Int8Array;
  /** By definition, the readings of its accounts as columns; `position` is where an account stands in them. */
  columns: Float64Array[][];
  position: Int32Array;
};

/** The encoded readings of one account of a scored book, in its definition's column order. */
export function readingsAt({ definition, columns, position }: Scored, i: number): Float64Array {
  const own = columns[definition[i] as number] as Float64Array[];
  const readings = new Float64Array(own.length);
  for (let column = 0; column < own.length; column++)
    readings[column] = (own[column] as Float64Array)[position[i] as number] as number;
  return readings;
}

/** Scores a book: each account by its own definition, from the slices to health. Pure: the same inputs, the same bytes. */
export function scoreBook(
  model: RunModel,
  book: Book,
  slices: Slices,
  cards: Cards,
  divergences: ReadonlyMap<number, KnownDivergence>,
): Scored {
  const scored = emptyScored(book.accountIds.length);
  const groups = model.definitions.map((): number[] => []);
  for (let i = 0; i < scored.n; i++) {
    const definition = definitionIndexOf(model, book.segment[i] as string | null, book.isOnboarding[i] as boolean);
    scored.definition[i] = definition;
    (groups[definition] as number[]).push(i);
  }
  for (const [d, group] of groups.entries()) {
    if (group.length === 0) continue;
    const compiled = model.compiled[d] as CompiledDefinition;
    const readings = readDefinition(compiled.definition, slicesAt(slices, group));
    scored.columns[d] = readings;
    scoreGroup(scored, compiled, group, readings, book, cards, divergences);
  }
  return scored;
}

/** The same book from other readings, column for column. */
export function scoreAgain(
  { model, book, scored: before, cards, divergences }: ComputedBook,
  columns: Float64Array[][],
): Scored {
  const scored: Scored = { ...emptyScored(before.n), definition: before.definition, columns };
  const groups = model.definitions.map((): number[] => []);
  for (let i = 0; i < scored.n; i++) (groups[before.definition[i] as number] as number[]).push(i);
  for (const [d, group] of groups.entries())
    if (group.length > 0)
      scoreGroup(
        scored,
        model.compiled[d] as CompiledDefinition,
        group,
        columns[d] as Float64Array[],
        book,
        cards,
        divergences,
      );
  return scored;
}

function scoreGroup(
  scored: Scored,
  compiled: CompiledDefinition,
  group: readonly number[],
  readings: Float64Array[],
  book: Book,
  cards: Cards,
  divergences: ReadonlyMap<number, KnownDivergence>,
): void {
  const n = group.length;
  const accountIds = group.map((i) => book.accountIds[i] as number);
  const scores = scoreColumns(compiled, readings, n);
  const people = cardColumns(compiled, accountIds, scores.score, book.asOf, cards, divergences);
  const found = healthColumns(compiled, scores, people, readings, n);
  for (const [at, i] of group.entries()) {
    scored.score[i] = scores.score[at] as number;
    scored.raw[i] = scores.raw[at] as number;
    scored.coverage[i] = scores.coverage[at] as number;
    scored.low[i] = scores.low[at] as number;
    scored.high[i] = scores.high[at] as number;
    scored.scoreBand[i] = found.scoreBand[at] as number;
    scored.health[i] = found.health[at] as number;
    scored.healthBand[i] = found.band[at] as number;
    scored.flags[i] = found.flags[at] as number;
    scored.qualitative[i] = people.score[at] as number;
    scored.peopleRank[i] = people.standing[at] === 0 ? -1 : (people.rank[at] as number);
    scored.position[i] = at;
  }
}

function emptyScored(n: number): Scored {
  const column = () => new Float64Array(n);
  const small = () => new Int8Array(n).fill(-1);
  return {
    n,
    definition: new Uint8Array(n),
    score: column(),
    raw: column(),
    coverage: column(),
    low: column(),
    high: column(),
    scoreBand: small(),
    health: column(),
    healthBand: small(),
    flags: new Uint16Array(n),
    qualitative: column(),
    peopleRank: small(),
    columns: [],
    position: new Int32Array(n),
  };
}
