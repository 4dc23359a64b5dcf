import type { ValidationReport } from "./validation-report";
import { FEWEST_OUTCOMES } from "./verdict";
import type { Share } from "./wilson";

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The verdict in one sentence, with n and its interval, beside another version on the same past where one is given. Says "no better
 * than chance" in those words, and no percentage below 30 outcomes. */
export function verdictSentence(
  {
    verdict,
    horizon,
    n,
    bad,
    health,
    withoutHistory,
    insufficient,
    waiting,
  }: Pick<
    ValidationReport,
    "verdict" | "horizon" | "n" | "bad" | "health" | "withoutHistory" | "insufficient" | "waiting"
  >,
  other: { version: number; right: Share | null } | null = null,
): string {
  if (verdict === "too few outcomes") {
    if (isBeingComputed({ n, waiting }))
      return `Being computed: ${n} of ${n + waiting.length} decisions so far, ${horizon} days before each.`;
    const unknown = withoutHistory.length + insufficient.length;
    const data = insufficient.length > 0 ? "enough data" : "data";
    if (n === 0 && unknown > 0)
      return `Nothing can be said of ${horizon} days ahead: of ${unknown} decisions none has ${data} from ${horizon} days before it.`;
    if (lacksHistory({ n, withoutHistory, insufficient }))
      return `Too few outcomes: of ${n + unknown} decisions ${n} ${n === 1 ? "has" : "have"} ${data} from ${horizon} days before, and it takes ${FEWEST_OUTCOMES} to say how often health was right.`;
    return `Too few outcomes: ${n} of the ${FEWEST_OUTCOMES} that it takes to say how often health was right.`;
  }
  const { right, auc } = health;
  if (verdict === "one kind of outcome only" || !right || !auc)
    return `All ${n} were ${bad > 0 ? "lost (churned or downsold)" : "kept"}: there is nothing to tell apart.`;
  const beside =
    other?.right && other.right.n >= FEWEST_OUTCOMES
      ? `; version ${other.version} was ${percent(other.right.share)}`
      : "";
  const figures = `${percent(right.share)} right at ${horizon} days (n = ${n}, 95% CI ${Math.round(right.low * 100)}–${Math.round(right.high * 100)})${beside}.${simpler(health)}`;
  if (verdict === "better than chance") return figures;
  const words = verdict === "no better than chance" ? "No better than chance" : "Worse than chance";
  return `${words}: the AUC is ${auc.auc.toFixed(2)} (95% CI ${auc.low.toFixed(2)}–${auc.high.toFixed(2)}). ${figures}`;
}

/** What one gets right who says the same of everybody, where health gets no more. */
function simpler({ right, belowGreen: { majority }, n, bad }: ValidationReport["health"]): string {
  if (!right || majority === null || right.share > majority) return "";
  return ` Calling all ${bad * 2 > n ? "lost" : "kept"} gets ${percent(majority)}.`;
}

/** Whether decisions that are still to be computed are what a verdict lacks.
 * @example isBeingComputed({ n: 0, waiting: [] }) // → false */
export function isBeingComputed({ n, waiting }: Pick<ValidationReport, "n" | "waiting">): boolean {
  return waiting.length > 0 && n < FEWEST_OUTCOMES && n + waiting.length >= FEWEST_OUTCOMES;
}

/** Whether there would be outcomes enough, if only health had been known before each of them.
 * @example lacksHistory({ n: 0, withoutHistory: [], insufficient: [] }) // → false */
export function lacksHistory({
  n,
  withoutHistory,
  insufficient,
}: Pick<ValidationReport, "n" | "withoutHistory" | "insufficient">): boolean {
  return n < FEWEST_OUTCOMES && n + withoutHistory.length + insufficient.length >= FEWEST_OUTCOMES;
}
