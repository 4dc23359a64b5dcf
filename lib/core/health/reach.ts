import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import type { Band } from "./bands";
import type { CompiledDefinition } from "./compile-definition";
import { answerOptions } from "./reach-answers";
import { readingOptions } from "./reach-readings";
import { applied, type ReachAccount, type ReachOption, type ReachStep } from "./reach-step";
import { scoreEncoded } from "./score";

export type Reach =
  | { kind: "way"; band: Band; steps: ReachStep[]; share: number; health: number }
  /** It is in the best band, has no band for want of data, or no one or two changes lift it. */
  | { kind: "best" | "insufficient" | "none" };

/** Doublings of the least push with which the arithmetic's last digit is overcome. */
const PUSHES = 40;

/** The shortest way of an account to its next better band: the smallest change of one reading or one answer, or of two readings
 * where that is smaller, as a share of the span from a measure's worst to its best (an answer's: from worst to best in two
 * halves; of two readings the sum). Found in the straight pieces of the scoring functions, with guardrails, overlay and hold,
 * and tried on the kernel. Only readings that are there move, and none that moves by date alone. */
export function shortestWay(
  compiled: CompiledDefinition,
  readings: Float64Array,
  given: Card | "exempt" | null,
): Reach {
  const card = given === "exempt" ? null : given;
  const now = bandOf({ compiled, readings, card });
  if (now.scored.band === null || now.band < 0) return { kind: "insufficient" };
  if (now.band === 0) return { kind: "best" };
  const account: ReachAccount = { compiled, readings, card };
  const target = now.band - 1;
  const options = [...answerOptions(account), ...readingOptions(account, target)].sort(
    (a, b) => a.share - b.share || a.steps.length - b.steps.length,
  );
  for (const option of options) {
    const reached = tried(account, option, target);
    if (reached) return { kind: "way", band: compiled.bands.bands[target] as Band, ...reached };
  }
  return { kind: "none" };
}

function bandOf({ compiled, readings, card }: ReachAccount) {
  const scored = scoreEncoded(compiled, readings);
  const health = healthOf(compiled, scored, card);
  return { scored, health: health.score, band: health.band ? compiled.bands.bands.indexOf(health.band) : -1 };
}

/** An option on the kernel: pushed on by as little as its last digit needs, or null where it does not lead there. */
function tried(account: ReachAccount, { steps, share }: ReachOption, target: number) {
  for (let push = 0; push <= PUSHES; push++) {
    const pushed = steps.map((step) => (step.kind === "reading" ? pushedStep(account, step, push) : step));
    const { band, health } = bandOf(applied(account, pushed));
    if (band >= 0 && band <= target) return { steps: pushed, share, health: health as number };
    if (steps.every(({ kind }) => kind === "answer")) return null;
  }
  return null;
}

function pushedStep(
  { compiled }: ReachAccount,
  step: Extract<ReachStep, { kind: "reading" }>,
  push: number,
): ReachStep {
  const isLevel = compiled.measures[step.column]?.scoring.levels;
  if (push === 0 || isLevel || step.to === step.from) return step;
  const least = Math.max(1, Math.abs(step.to)) * Number.EPSILON;
  return { ...step, to: step.to + Math.sign(step.to - step.from) * least * 2 ** (push - 1) };
}
