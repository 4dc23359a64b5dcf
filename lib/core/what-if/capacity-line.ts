import type { Band } from "@/lib/core/health/bands";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import type { Model } from "@/lib/core/health/model";
import type { Banded } from "./effect";
import { mapDefinitions } from "./map-definitions";

/** The red cut-off that fits what people can work on: below `cut` is red, and so many accounts are. */
export type CapacityLine = { cut: number; reds: number; model: Model };

const TENTHS = 10;

/** The highest red cut-off, to a tenth, under which at most so many accounts are red; found by halving, for a higher cut-off never
 * makes fewer reds. Null where even the lowest leaves more: these are red by their people or a guardrail, not by the cut-off. */
export function capacityLine(model: Model, most: number, redsAt: (model: Model) => number): CapacityLine | null {
  const at = (tenths: number) => {
    const tried = withRedCut(model, tenths / TENTHS);
    return { cut: tenths / TENTHS, reds: redsAt(tried), model: tried };
  };
  let found = at(1);
  if (found.reds > most) return null;
  let [low, high] = [1, highestCut(model) * TENTHS];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const tried = at(middle);
    if (tried.reds <= most) [low, found] = [middle, tried];
    else high = middle - 1;
  }
  return found;
}

/** How many accounts are red.
 */
export function redsOf({ compiled, definition, band }: Banded): number {
  let reds = 0;
  for (let i = 0; i < band.length; i++) {
    const at = band[i] as number;
    if (at >= 0 && (compiled[definition[i] as number] as CompiledDefinition).bands.rank[at] === 0) reds++;
  }
  return reds;
}

/** A model whose reds begin below another cut-off, in every definition, as far as the bands beside leave room. */
export function withRedCut(model: Model, cut: number): Model {
  return mapDefinitions(model, (definition) => ({ ...definition, bands: withCut(definition.bands, cut) }));
}

function withCut(bands: readonly Band[], cut: number): Band[] {
  const edge = edgeOf(bands);
  const [least, most] = roomOf(bands, edge);
  return bands.map((band, i) => (i === edge ? { ...band, from: Math.min(Math.max(cut, least), most) } : band));
}

/** The band above the best red one: reds begin below its cut-off. */
function edgeOf(bands: readonly Band[]): number {
  return bands.findIndex(({ tone }) => tone === "red") - 1;
}

/** Between which cut-offs the edge may lie, the bands beside it staying where they are. */
function roomOf(bands: readonly Band[], edge: number): [least: number, most: number] {
  const tenth = (value: number) => Math.round(value * TENTHS) / TENTHS;
  const above = bands[edge - 1];
  return [tenth((bands[edge + 1] as Band).from + 0.1), above ? tenth(above.from - 0.1) : 100];
}

function highestCut({ definitions: { default: fallback, onboarding, segments = {} } }: Model): number {
  const all = [fallback, ...(onboarding ? [onboarding] : []), ...Object.values(segments)];
  return Math.max(...all.map(({ bands }) => roomOf(bands, edgeOf(bands))[1]));
}
