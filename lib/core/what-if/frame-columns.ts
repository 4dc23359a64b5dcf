import { cardColumnsOf } from "@/lib/core/health/card-columns";
import type { CompiledDefinition, CompiledMeasure } from "@/lib/core/health/compile-definition";
import { guardrailHolds } from "@/lib/core/health/guardrail";
import { pointsOf } from "@/lib/core/health/points";
import { isCovered } from "@/lib/core/measures/reading";
import type { Group, PreparedBook } from "./rescore";

/** Which measures of an account count, and which are covered. */
export type Pattern = { counts: boolean[]; covered: boolean[] };
/** A scorecard with its standing, and which guardrails hold. */
export type Stand = { people: number; rank: number; standing: number; holds: boolean[] };
/** Rows of one pattern and one stand, side by side; both by their index. */
export type Cell = { pattern: number; stand: number; start: number; end: number };

/** The rows of one definition ready for frames, cell by cell: points in halves (0 where a measure is left out). All that changes
 * while weights, cut-offs, the floor or the overlay's share are dragged is what patterns and stands make of them. */
export type FrameGroup = {
  definition: number;
  rows: Int32Array;
  points: Int16Array[];
  cells: Cell[];
  patterns: Pattern[];
  stands: Stand[];
};

/** Points of a frame are kept in halves. */
export const HALVES = 2;

/** A prepared book ready for frames under models that differ from the given one in weights, cut-offs, floor and overlay only. A
 * lift's review is taken as it stands with the scores given. */
export function frameColumns(
  { groups }: PreparedBook,
  compiled: readonly CompiledDefinition[],
  score: Float64Array,
): FrameGroup[] {
  return groups.map((group) => frameGroup(group, compiled[group.definition] as CompiledDefinition, score));
}

function frameGroup(group: Group, compiled: CompiledDefinition, score: Float64Array): FrameGroup {
  const { definition, rows, readings, cards } = group;
  const n = rows.length;
  const people = cardColumnsOf(
    compiled,
    cards,
    Float64Array.from(rows, (row) => score[row] as number),
    n,
  );
  const [patterns, stands] = [new Known<Pattern>(), new Known<Stand>()];
  const cells = new Map<number, { pattern: number; stand: number; own: number[] }>();
  for (let i = 0; i < n; i++) {
    const pattern = patterns.indexOf(patternAt(compiled, readings, i));
    const stand = stands.indexOf({
      ...{ people: people.score[i] as number, rank: people.rank[i] as number },
      standing: people.standing[i] as number,
      holds: compiled.guardrails.map((guardrail) => guardrailHolds(guardrail, readings, i)),
    });
    const cell = cells.get(pattern * n + stand) ?? { pattern, stand, own: [] };
    cells.set(pattern * n + stand, cell);
    cell.own.push(i);
  }
  const order: number[] = [];
  const placed = [...cells.values()].map(({ pattern, stand, own }): Cell => {
    for (const i of own) order.push(i);
    return { pattern, stand, start: order.length - own.length, end: order.length };
  });
  return {
    ...{ definition, cells: placed, patterns: patterns.list, stands: stands.list },
    rows: Int32Array.from(order, (i) => rows[i] as number),
    points: compiled.measures.map((measure, m) =>
      Int16Array.from(order, (i) => halvesOf(measure, (readings[m] as Float64Array)[i] as number)),
    ),
  };
}

function halvesOf({ scoring, absent }: CompiledMeasure, reading: number): number {
  const present = pointsOf(scoring, reading);
  const s = Number.isNaN(present) ? absent : present;
  return Number.isNaN(s) ? 0 : Math.round(HALVES * s);
}

function patternAt({ measures }: CompiledDefinition, readings: readonly Float64Array[], i: number): Pattern {
  const at = (m: number) => (readings[m] as Float64Array)[i] as number;
  const isPresent = measures.map(({ scoring }, m) => !Number.isNaN(pointsOf(scoring, at(m))));
  return {
    counts: measures.map(({ absent }, m) => (isPresent[m] as boolean) || !Number.isNaN(absent)),
    covered: isPresent.map((present, m) => present || isCovered(at(m))),
  };
}

/** Values that are alike, kept once. */
class Known<Value> {
  readonly list: Value[] = [];
  private readonly places = new Map<string, number>();

  indexOf(value: Value): number {
    const key = JSON.stringify(value);
    const found = this.places.get(key) ?? this.list.push(value) - 1;
    this.places.set(key, found);
    return found;
  }
}
