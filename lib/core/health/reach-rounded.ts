import type { Card } from "@/lib/core/scorecard/overlay";
import { healthOf } from "@/lib/core/scorecard/overlay";
import type { CompiledDefinition } from "./compile-definition";
import type { Reach } from "./reach";
import { applied, type ReachStep } from "./reach-step";
import { scoreEncoded } from "./score";

/** The steps of a way with readings to one decimal, away from where they are, as people would say them; the exact ones where such a
 * reading does not lead there. */
export function roundedSteps(
  compiled: CompiledDefinition,
  readings: Float64Array,
  card: Card | null,
  way: Extract<Reach, { kind: "way" }>,
): ReachStep[] {
  const steps = way.steps.map((step): ReachStep => {
    if (step.kind === "answer" || compiled.measures[step.column]?.scoring.levels) return step;
    return { ...step, to: awayTenth(step.from, step.to) };
  });
  const account = applied({ compiled, readings, card }, steps);
  const { band } = healthOf(compiled, scoreEncoded(compiled, account.readings), account.card);
  const { bands } = compiled.bands;
  const isThere = band !== null && bands.indexOf(band) <= bands.indexOf(way.band);
  return isThere ? steps : way.steps;
}

/** A value to one decimal, rounded away from where it comes from.
 * @example awayTenth(46.5, 61.21) // → 61.3
 * @example awayTenth(6, 2.28) // → 2.2 */
export function awayTenth(from: number, to: number): number {
  const tenths = Math.round(to * 1e7) / 1e6;
  return (to > from ? Math.ceil(tenths) : Math.floor(tenths)) / 10;
}
