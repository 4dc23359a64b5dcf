import { type CardFacts, cardColumnsOf } from "@/lib/core/health/card-columns";
import { type CompiledDefinition, compileDefinition } from "@/lib/core/health/compile-definition";
import { healthColumns } from "@/lib/core/health/health-columns";
import type { Measure, Model } from "@/lib/core/health/model";
import { definitionIndexOf, namedDefinitions } from "@/lib/core/health/named-definitions";
import { scoreColumns } from "@/lib/core/health/score-columns";
import { type BookColumns, UNREAD } from "./book-columns";
import { type Readable, readingIdentities } from "./reading-identity";

/** The rows that one definition of a model scores, their readings in its column order and their scorecards. */
export type Group = { definition: number; rows: Int32Array; readings: Float64Array[]; cards: CardFacts };

/** A book laid out for a model: it stands for all models that read the same readings for the same rows. `lacking` are the
 * definitions of which some reading has to be asked for first. */
export type PreparedBook = { groups: Group[]; lacking: Readable[] };

/** What a model gives every account; bands are indexes into the definition's bands, −1 is insufficient data. */
export type Rescored = {
  compiled: CompiledDefinition[];
  definition: Uint8Array;
  score: Float64Array;
  scoreBand: Int8Array;
  health: Float64Array;
  band: Int8Array;
  flags: Uint16Array;
};

/** What of a model decides how a book is laid out: its definitions' names and what each reads, without weights, cut-offs and
 * curves. While it is the same, so is the layout. */
export type Layout = ReadonlyArray<Readable & { name: string }>;

/** The layout of a model. Throws, by name, on what signals cannot give. */
export function layoutOf(model: Model): Layout {
  return [...namedDefinitions(model)].map(([name, { measures, watched }]) => {
    const readable = { measures: measures.map(bare), watched };
    readingIdentities(readable);
    return { name, ...readable };
  });
}

function bare({ key, window, freshness, conditions, scoring }: Measure): Measure {
  const levels = scoring.type === "levels" ? Object.keys(scoring.levels) : null;
  return {
    ...{ key, window, freshness, conditions, weight: 1, missing: "exclude" },
    scoring: levels
      ? { type: "levels", levels: Object.fromEntries(levels.map((level) => [level, 1])) }
      : { type: "linear", worst: 0, best: 1 },
  };
}

/** Lays a book out for the models of a layout. */
export function prepareBook(book: BookColumns, layout: Layout): PreparedBook {
  const names = layout.map(({ name }) => name);
  const rows = names.map((): number[] => []);
  for (let i = 0; i < book.n; i++) {
    const segment = book.about.segments[book.segment[i] as number] ?? null;
    (rows[definitionIndexOf({ names }, segment, book.onboarding[i] === 1)] as number[]).push(i);
  }
  const prepared: PreparedBook = { groups: [], lacking: [] };
  for (const [d, { measures, watched }] of layout.entries()) {
    const own = Int32Array.from(rows[d] as number[]);
    if (own.length === 0) continue;
    const columns = readingIdentities({ measures, watched }).map((identity) => book.readings.get(identity));
    if (columns.some((column) => !column || own.some((row) => column[row] === UNREAD))) {
      prepared.lacking.push({ measures, watched });
      continue;
    }
    const readings = (columns as Float64Array[]).map((column) => pick(column, own));
    prepared.groups.push({ definition: d, rows: own, readings, cards: pickCards(book.cards, own) });
  }
  return prepared;
}

/** Every account of a prepared book by a model, with the functions that score a run: equal to the last digit. */
export function rescore({ groups }: PreparedBook, model: Model, n: number): Rescored {
  const compiled = [...namedDefinitions(model).values()].map(compileDefinition);
  const out: Rescored = {
    compiled,
    definition: new Uint8Array(n),
    score: new Float64Array(n),
    scoreBand: new Int8Array(n).fill(-1),
    health: new Float64Array(n),
    band: new Int8Array(n).fill(-1),
    flags: new Uint16Array(n),
  };
  for (const { definition, rows, readings, cards } of groups) {
    const own = compiled[definition] as CompiledDefinition;
    const scores = scoreColumns(own, readings, rows.length);
    const people = cardColumnsOf(own, cards, scores.score, rows.length);
    const found = healthColumns(own, scores, people, readings, rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      out.definition[row] = definition;
      out.score[row] = scores.score[i] as number;
      out.scoreBand[row] = found.scoreBand[i] as number;
      out.health[row] = found.health[i] as number;
      out.band[row] = found.band[i] as number;
      out.flags[row] = found.flags[i] as number;
    }
  }
  return out;
}

type Column = Int8Array | Uint8Array | Float64Array;

/** The values of some rows; the column itself where they are all. */
function pick<C extends Column>(column: C, rows: Int32Array): C {
  if (rows.length === column.length) return column;
  const picked = new (column.constructor as new (n: number) => C)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i] as number] as number;
  return picked;
}

function pickCards(cards: CardFacts, rows: Int32Array): CardFacts {
  return {
    champion: pick(cards.champion, rows),
    executive: pick(cards.executive, rows),
    outcome: pick(cards.outcome, rows),
    expired: pick(cards.expired, rows),
    waits: pick(cards.waits, rows),
    settledGap: pick(cards.settledGap, rows),
  };
}
