import type { Stand } from "@/lib/core/what-if/frame-columns";
import { bandOfScore } from "@/lib/core/what-if/stand-edges";
import type { CompiledDefinition } from "./compile-definition";

/** The lowest score that leads to a band or a better one beside a scorecard and under the guardrails that hold; null where none
 * does. Health rises with the score, in straight pieces: it can only reach the cut-off where the blend does, at the cut-off
 * itself, or where the score changes its own band. */
export function neededScore(compiled: CompiledDefinition, stand: Stand, band: number): number | null {
  const { bands, overlay } = compiled;
  const edge = bands.from[band] as number;
  const blend = (edge - overlay.weight * stand.people) / (1 - overlay.weight);
  const candidates = [0, ...bands.from, blend].filter((score) => score >= 0 && score <= 100);
  return candidates.sort((a, b) => a - b).find((score) => bandOfScore(compiled, stand, score) <= band) ?? null;
}
