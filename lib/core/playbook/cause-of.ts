import type { Change } from "@/lib/core/health/explain";
import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";
import type { MeasureFamily } from "@/lib/core/measures/measure";
import { CAUSES, type Cause } from "./causes";

const BY_FAMILY: Readonly<Record<MeasureFamily, Cause | null>> = {
  usage: "usage_decline",
  engagement: "relationship_loss",
  support: "support",
  commercial: "payment_or_contract",
  stakeholders: "relationship_loss",
  business: "internal_change",
  sentiment: "product_issue",
  outcomes: "onboarding_gap",
  onboarding: "onboarding_gap",
  custom: null,
};
/** Seats lie with the contract's measures, yet tell of use; a sponsor missing at the start is a relationship, not a gap. */
const BY_MEASURE: Readonly<Record<string, Cause>> = {
  licence_utilisation: "usage_decline",
  seat_use: "usage_decline",
  seat_use_trend: "usage_decline",
  sponsor_named: "relationship_loss",
  usage: "usage_decline",
  engagement: "relationship_loss",
  business: "internal_change",
  support: "support",
  contract: "payment_or_contract",
};

/** The cause that a measure speaks for, by its key, else by its family; null for an installation's own.
 * @example causeOfMeasure("severity_load") // → "support" */
export function causeOfMeasure(key: string): Cause | null {
  if (Object.hasOwn(BY_MEASURE, key)) return BY_MEASURE[key] as Cause;
  return isMeasure(key) ? BY_FAMILY[measureOf(key).family] : null;
}

/** The cause that a change of health suggests, for a person to confirm: losses are summed by cause and the largest sum wins, the
 * earlier in CAUSES at a tie. A measure that went missing speaks for a data fault, a loss by the scorecard's overlay for the
 * relationship; model, clamp, guardrails and gains speak for none. `share` is its part of all that was lost. Null where nothing
 * lost speaks for a cause. Source: PRODUCT, causes.
 * @example causeOf({ parts: [{ kind: "data", key: "severity_load", part: -6 }, { kind: "overlay", key: null, part: -4 }] }) // → { cause: "support", share: 0.6, measures: ["severity_load"] } */
export function causeOf(change: {
  parts: readonly Pick<Change["parts"][number], "kind" | "key" | "part">[];
}): { cause: Cause; share: number; measures: string[] } | null {
  const lost = change.parts.flatMap(({ kind, key, part }) => {
    const cause =
      kind === "missing" ? "data_fault" : kind === "overlay" ? "relationship_loss" : key && causeOfMeasure(key);
    return part < 0 && cause ? [{ cause, key, points: -part }] : [];
  });
  const sumOf = (cause: Cause) => lost.reduce((sum, part) => (part.cause === cause ? sum + part.points : sum), 0);
  const sums = CAUSES.map((cause) => ({ cause, points: sumOf(cause) }));
  const most = sums.reduce((best, other) => (other.points > best.points + 1e-9 ? other : best));
  if (most.points === 0) return null;
  const all = change.parts.reduce((sum, { part }) => (part < 0 ? sum - part : sum), 0);
  const own = lost.filter(({ cause }) => cause === most.cause).sort((a, b) => b.points - a.points);
  return {
    cause: most.cause,
    share: most.points / all,
    measures: own.flatMap(({ key }) => (key === null ? [] : [key])),
  };
}
