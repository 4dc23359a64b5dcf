import { bandIndexOf } from "@/lib/core/health/band";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { guardedBy } from "@/lib/core/health/guardrail";
import { CARD } from "@/lib/core/health/health-columns";
import { isEnough } from "@/lib/core/health/score";
import { aloneBandIndex, blended, liftCap, standsAlone } from "@/lib/core/scorecard/overlay";
import type { Pattern, Stand } from "./frame-columns";

/** Halvings of 0–100 until an edge is closer than a frame's halves can tell. */
const HALVINGS = 20;

/** By what a pattern's sum of weighted points, which are of such a scale, becomes a score; null where it has not enough data. */
export function scaleOf(compiled: CompiledDefinition, { counts, covered }: Pattern, points: number): number | null {
  let [counting, known] = [0, 0];
  for (const [m, { weight }] of compiled.measures.entries()) {
    if (counts[m]) counting += weight;
    if (covered[m]) known += weight;
  }
  return counting > 0 && isEnough(compiled, known / compiled.totalWeight) ? 1 / (points * counting) : null;
}

/** From which scores on a stand reaches each band but the last: health never falls as a score rises. */
export function edgesOf(compiled: CompiledDefinition, stand: Stand): Float64Array {
  const [worst, best] = [bandOfScore(compiled, stand, 0), bandOfScore(compiled, stand, 100)];
  return Float64Array.from({ length: compiled.bands.bands.length - 1 }, (_, k) => {
    if (worst <= k) return Number.NEGATIVE_INFINITY;
    if (best > k) return Number.POSITIVE_INFINITY;
    let [low, high] = [0, 100];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (bandOfScore(compiled, stand, middle) <= k) high = middle;
      else low = middle;
    }
    return high;
  });
}

/** The band without enough data: the people band alone, −1 where there is none. */
export function bandAlone({ overlay, bands }: CompiledDefinition, { standing, people, rank }: Stand): number {
  if (standing === CARD.NONE || !standsAlone(overlay, standing === CARD.EXPIRED, rank)) return -1;
  return aloneBandIndex(bands, { score: people, rank });
}

/** The band that a score with enough data leads to: overlay with its hold, then guardrails, as healthColumns has them. */
export function bandOfScore({ bands, overlay, guardrails }: CompiledDefinition, stand: Stand, score: number): number {
  const { standing } = stand;
  const rank = bands.rank[bandIndexOf(bands, score)] as number;
  let health = score;
  if (standing !== CARD.NONE) {
    health = blended(bands, overlay, { score, rank }, { score: stand.people, rank: stand.rank });
    if (standing === CARD.EXPIRED) health = Math.min(health, score);
    else if (standing === CARD.LIFT_OVERDUE && rank === 0) health = Math.min(health, liftCap(bands));
  }
  for (const [g, guardrail] of guardrails.entries()) if (stand.holds[g]) health = guardedBy(guardrail, health);
  return bandIndexOf(bands, health);
}
