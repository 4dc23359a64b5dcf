import { type CompiledDefinition, compileDefinition } from "@/lib/core/health/compile-definition";
import type { Model } from "@/lib/core/health/model";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import type { Banded } from "./effect";
import { type FrameGroup, frameColumns, HALVES, type Stand } from "./frame-columns";
import type { PreparedBook } from "./rescore";
import { bandAlone, edgesOf, scaleOf } from "./stand-edges";

/** Columns that are added up in one pass. */
const AT_ONCE = 4;

/** A book ready for frames, with the columns that each frame writes anew. */
export type Frames = { groups: FrameGroup[]; definition: Uint8Array; band: Int8Array; sums: Float64Array };

/** A prepared book ready for frames under the models that are alike without what a handle drags. */
export function framesOf(prepared: PreparedBook, bare: Model, score: Float64Array): Frames {
  const compiled = [...namedDefinitions(bare).values()].map(compileDefinition);
  const n = score.length;
  const own = { definition: new Uint8Array(n), band: new Int8Array(n), sums: new Float64Array(n) };
  return { groups: frameColumns(prepared, compiled, score), ...own };
}

/** The band of every account while a handle is dragged: from points in halves, so that it may lie beside the exact one where an
 * account stands within a quarter of a point of an edge. Writes into columns of its own, and allocates nothing per account. */
export function frameOf({ groups, definition: definitions, band: bands, sums }: Frames, model: Model): Banded {
  const into = { definition: definitions, band: bands };
  const compiled = [...namedDefinitions(model).values()].map(compileDefinition);
  for (const group of groups) {
    const own = compiled[group.definition] as CompiledDefinition;
    addPoints(sums, group, own);
    const scales = group.patterns.map((pattern) => scaleOf(own, pattern, HALVES));
    const edges = group.stands.map((stand) => edgesOf(own, stand));
    for (const { pattern, stand, start, end } of group.cells) {
      const scale = scales[pattern] as number | null;
      const at = edges[stand] as Float64Array;
      if (scale === null) {
        const alone = bandAlone(own, group.stands[stand] as Stand);
        for (let i = start; i < end; i++) into.band[group.rows[i] as number] = alone;
      } else if (at.length === 2) betweenTwo(group.rows, sums, into.band, start, end, at, scale);
      else between(group.rows, sums, into.band, start, end, at, scale);
    }
    const { rows, definition } = group;
    if (groups.length > 1) for (let i = 0; i < rows.length; i++) into.definition[rows[i] as number] = definition;
    else into.definition.fill(definition);
  }
  return { compiled, ...into };
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
    band[rows[i] as number] = (sum < first ? 1 : 0) + (sum < second ? 1 : 0);
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

/** Σ weight × points of every row, several columns a pass so that each sum is fetched and put back seldom. */
function addPoints(sums: Float64Array, { points, rows }: FrameGroup, { measures }: CompiledDefinition): void {
  const n = rows.length;
  sums.fill(0, 0, n);
  const none = new Int16Array(n);
  for (let m = 0; m < points.length; m += AT_ONCE) {
    const at = (i: number) => points[m + i] ?? none;
    const weight = (i: number) => measures[m + i]?.weight ?? 0;
    const [a, b, c, d] = [at(0), at(1), at(2), at(3)];
    const [wa, wb, wc, wd] = [weight(0), weight(1), weight(2), weight(3)];
    for (let i = 0; i < n; i++)
      (sums[i] as number) +=
        wa * (a[i] as number) + wb * (b[i] as number) + wc * (c[i] as number) + wd * (d[i] as number);
  }
}
