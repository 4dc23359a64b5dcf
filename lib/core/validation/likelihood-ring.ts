import { countedByRisk } from "./counted-by-risk";
import { logisticOf } from "./logistic";
import { sigmoid, softplus } from "./sigmoid";

/** Pairs of level and slope at the edge of what the cases still allow: log odds of a bad outcome at a risk are
 * level + slope · (risk − centre). */
export type LikelihoodRing = { centre: number; edge: { level: number; slope: number }[] };

const DIRECTIONS = 40;
const FARTHEST = 1e3;
/** Holds separable cases finite; of no weight beside a case. */
const LAMBDA = 0.01;

/** The edge of the region of logistic curves whose log likelihood lies within `drop` of the best one. Its shadow on the log odds at
 * any risk is the profile-likelihood interval there; a drop of z²/2 gives that of z. Null where only one class is there, or where
 * all risks are alike. Source: Venzon & Moolgavkar 1988; Cox & Snell 1989. */
export function likelihoodRing(risks: readonly number[], bad: readonly boolean[], drop: number): LikelihoodRing | null {
  const best = logisticOf(
    risks.map((risk) => [risk]),
    bad,
    { lambda: LAMBDA },
  );
  const slope = best?.coefficients[0] ?? 0;
  if (!best || best.warnings.some(({ kind }) => kind === "constant")) return null;
  const weights = risks.map((risk) => {
    const chance = sigmoid(best.intercept + slope * risk);
    return Math.max(1e-9, chance * (1 - chance));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = risks.reduce((sum, risk, i) => sum + risk * (weights[i] as number), 0) / total;
  const spread = risks.reduce((sum, risk, i) => sum + (risk - centre) ** 2 * (weights[i] as number), 0);
  const deviation = slope === 0 ? 1 : (best.standardCoefficients[0] as number) / slope;
  const alike = countedByRisk(risks, bad);
  const costOf = (level: number, by: number) => {
    let sum = (LAMBDA / 2) * (by * deviation) ** 2;
    for (const { risk, n, bads } of alike) {
      const logit = level + by * (risk - centre);
      sum += n * softplus(logit) - bads * logit;
    }
    return sum;
  };
  const level = best.intercept + slope * centre;
  const allowed = costOf(level, slope) + drop;
  const edge = Array.from({ length: DIRECTIONS }, (_, i) => {
    const angle = (2 * Math.PI * i) / DIRECTIONS;
    const at = (far: number) => ({
      level: level + (far * Math.cos(angle)) / Math.sqrt(total),
      slope: slope + (far * Math.sin(angle)) / Math.sqrt(spread),
    });
    const isWithin = (far: number) => costOf(at(far).level, at(far).slope) <= allowed;
    let [inner, outer] = [0, 1];
    while (isWithin(outer) && outer < FARTHEST) [inner, outer] = [outer, outer * 2];
    for (let halving = 0; halving < 12; halving++) {
      const middle = (inner + outer) / 2;
      if (isWithin(middle)) inner = middle;
      else outer = middle;
    }
    return at(inner);
  });
  return { centre, edge };
}

/** The least and the greatest log odds at a risk that the cases still allow.
 * @example logitsAt({ centre: 50, edge: [{ level: 0, slope: 0.1 }, { level: 1, slope: 0 }] }, 60) // → { low: 1, high: 1 } */
export function logitsAt({ centre, edge }: LikelihoodRing, risk: number): { low: number; high: number } {
  const logits = edge.map(({ level, slope }) => level + slope * (risk - centre));
  return { low: Math.min(...logits), high: Math.max(...logits) };
}
