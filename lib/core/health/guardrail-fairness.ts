import { meetsBound } from "./condition";
import type { Definition, Guardrail, Measure } from "./model";
import { compileScoring, pointsOf } from "./points";

/** Half the grain at which readings are compared: just beside a bound. */
const BESIDE = 1e-6;

/** Whether no better reading can lower health under a guardrail: an "at most" must never begin to hold, and an "at least"
 * never cease to hold, when one reading moves to where it earns more points. Judged measure by measure at the corners of
 * the scoring function and beside every bound; readings without a weight have no better, and a guardrail at the best
 * (worst) band changes nothing. */
export function isGuardrailFair(definition: Definition, guardrail: Guardrail): boolean {
  const { bands, measures } = definition;
  if (guardrail.healthAtMost === bands[0]?.key || guardrail.healthAtLeast === bands.at(-1)?.key) return true;
  return measures.every((measure) => {
    const conditions = guardrail.when.filter((condition) => condition.measure === measure.key);
    if (conditions.length === 0) return true;
    const scoring = compileScoring(measure.scoring);
    const held = { inside: [] as number[], outside: [] as number[] };
    for (const reading of telling(measure, conditions)) {
      const holds = conditions.every((condition) =>
        condition.level === undefined ? meetsBound(condition, reading) : scoring.levels?.[reading] === condition.level,
      );
      held[holds ? "inside" : "outside"].push(pointsOf(scoring, reading));
    }
    const { inside, outside } = held;
    if (inside.length === 0 || outside.length === 0) return true;
    const gap =
      guardrail.healthAtMost === undefined
        ? Math.max(...outside) - Math.min(...inside)
        : Math.max(...inside) - Math.min(...outside);
    return gap <= tolerance(measure);
  });
}

/** What a reading beside a bound may earn more than the reading on it, by the slope of the function alone. */
function tolerance(measure: Measure): number {
  const scoring = compileScoring(measure.scoring);
  if (scoring.type === "linear") return (300 * BESIDE) / Math.abs(scoring.best - scoring.worst);
  if (scoring.type !== "curve") return 0;
  let steepest = 0;
  for (let k = 1; k < scoring.xs.length; k++) {
    const rise = Math.abs((scoring.ys[k] as number) - (scoring.ys[k - 1] as number));
    steepest = Math.max(steepest, rise / ((scoring.xs[k] as number) - (scoring.xs[k - 1] as number)));
  }
  return 3 * BESIDE * steepest;
}

function telling(measure: Measure, conditions: Guardrail["when"]): number[] {
  const { scoring } = measure;
  if (scoring.type === "levels") return Object.keys(scoring.levels).map((_, i) => i);
  const corners =
    scoring.type === "linear"
      ? [scoring.worst, scoring.best]
      : scoring.type === "curve"
        ? scoring.points.map(([x]) => x)
        : scoring.steps.map((step) => step.from);
  const bounds = conditions.flatMap((c) => c.below ?? c.above ?? c.atMost ?? c.atLeast ?? []);
  const at = [...corners, ...bounds].flatMap((x) => [x - BESIDE, x, x + BESIDE]);
  return [Math.min(...at) - 1, ...at, Math.max(...at) + 1];
}
