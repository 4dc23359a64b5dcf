import { type CompiledDefinition, compileDefinition } from "@/lib/core/health/compile-definition";
import type { Definition, Model } from "@/lib/core/health/model";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import type { Banded } from "./effect";
import { type FrameGroup, frameColumns, HALVES, type Stand } from "./frame-columns";
import type { PreparedBook } from "./rescore";
import { bandAlone, edgesOf, scaleOf } from "./stand-edges";
import { newSums, type Sums, sumPoints } from "./sum-points";

/** What the last frame has left of a group: its sums, and the edges of its stands by what they come from. */
type Last = { sums: Sums; edgesOf: string; edges: Float64Array[] };

/** A book ready for frames, with the columns that each frame writes anew. */
export type Frames = { groups: FrameGroup[]; last: Last[]; definition: Uint8Array; band: Int8Array };

/** A prepared book ready for frames under the models that are alike without what a handle drags. */
export function framesOf(prepared: PreparedBook, bare: Model, score: Float64Array): Frames {
  const compiled = [...namedDefinitions(bare).values()].map(compileDefinition);
  const groups = frameColumns(prepared, compiled, score);
  const definition = new Uint8Array(score.length);
  for (const group of groups) for (const row of group.rows) definition[row] = group.definition;
  const last = groups.map(({ points, rows }): Last => ({ sums: newSums(points, rows.length), edgesOf: "", edges: [] }));
  return { groups, last, definition, band: new Int8Array(score.length) };
}

/** The band of every account while a handle is dragged: from points in halves, so that it may lie beside the exact one where an
 * account stands within a quarter of a point of an edge. Writes into columns of its own, and allocates nothing per account; what
 * the frame before has found, and the handle leaves as it is, is not computed again. */
export function frameOf({ groups, last, definition, band }: Frames, model: Model): Banded {
  const definitions = [...namedDefinitions(model).values()];
  const compiled = definitions.map(compileDefinition);
  for (const [g, group] of groups.entries()) {
    const own = compiled[group.definition] as CompiledDefinition;
    const known = last[g] as Last;
    const unit = sumPoints(known.sums, group.points, own.measures);
    const scales = group.patterns.map((pattern) => scaleOf(own, pattern, HALVES * unit));
    const edges = edgesBy(known, group, own, definitions[group.definition] as Definition);
    bandCells(group, known.sums.sums, band, scales, edges, own);
  }
  return { compiled, definition, band };
}

function edgesBy(
  known: Last,
  { stands }: FrameGroup,
  own: CompiledDefinition,
  { bands, overlay, guardrails }: Definition,
): Float64Array[] {
  const from = JSON.stringify([bands, overlay, guardrails]);
  if (known.edgesOf !== from)
    Object.assign(known, { edgesOf: from, edges: stands.map((stand) => edgesOf(own, stand)) } satisfies Partial<Last>);
  return known.edges;
}

function bandCells(
  { cells, rows, stands }: FrameGroup,
  sums: Float64Array,
  band: Int8Array,
  scales: readonly (number | null)[],
  edges: readonly Float64Array[],
  own: CompiledDefinition,
): void {
  for (const { pattern, stand, start, end } of cells) {
    const scale = scales[pattern] as number | null;
    const at = edges[stand] as Float64Array;
    if (scale === null) {
      const alone = bandAlone(own, stands[stand] as Stand);
      for (let i = start; i < end; i++) band[rows[i] as number] = alone;
    } else if (at.length === 2) betweenTwo(rows, sums, band, start, end, at, scale);
    else between(rows, sums, band, start, end, at, scale);
  }
}

function betweenTwo(
  rows: Int32Array,
  sums: Float64Array,
  band: Int8Array,
  start: number,
  end: number,
  edges: Float64Array,
  scale: number,
): void {
  const first = (edges[0] as number) / scale;
  const second = (edges[1] as number) / scale;
  for (let i = start; i < end; i++) {
    const sum = sums[i] as number;
    // Numbers of truths, added up: a branch that nobody can foretell costs more.
    band[rows[i] as number] = Number(sum < first) + Number(sum < second);
  }
}

function between(
  rows: Int32Array,
  sums: Float64Array,
  band: Int8Array,
  start: number,
  end: number,
  edges: Float64Array,
  scale: number,
): void {
  for (let i = start; i < end; i++) {
    const score = (sums[i] as number) * scale;
    let index = 0;
    while (index < edges.length && score < (edges[index] as number)) index++;
    band[rows[i] as number] = index;
  }
}
