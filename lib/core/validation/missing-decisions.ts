import type { Decision } from "./cohort";

/** A decision that figures were told without, and of which days before it they lack; none where they lack it of all. */
export type MissingDecision = Pick<Decision, "name" | "kind" | "decidedOn"> & { horizons: number[] };

/** So few that are still being computed leave a pattern of twenty losses what it is; of a small book, a tenth. */
const [MOST, SHARE] = [3, 0.1];

/** Whether figures may be told without the decisions that are still being computed.
 * @example tellsWithout(1, 123) // → true
 * @example tellsWithout(4, 123) // → false
 * @example tellsWithout(1, 9) // → false
 * @example tellsWithout(0, 1) // → true */
export function tellsWithout(waiting: number, computed: number): boolean {
  return waiting <= Math.min(MOST, computed * SHARE);
}

/** The decisions that figures of several horizons lack, the latest first, each once.
 * @example missingDecisions([{ horizon: 90, waiting: [] }]) // → [] */
export function missingDecisions(
  told: readonly { horizon: number; waiting: readonly Decision[] }[],
): MissingDecision[] {
  const found = new Map<string, { decision: Decision; horizons: number[] }>();
  for (const { horizon, waiting } of told)
    for (const decision of waiting) {
      const key = `${decision.accountId}:${decision.decidedOn}`;
      const missing = found.get(key);
      if (missing) missing.horizons.push(horizon);
      else found.set(key, { decision, horizons: [horizon] });
    }
  const latest = [...found.values()].sort((a, b) => (a.decision.decidedOn < b.decision.decidedOn ? 1 : -1));
  return latest.map(({ decision: { name, kind, decidedOn }, horizons }) => ({
    ...{ name, kind, decidedOn },
    horizons: horizons.length === told.length ? [] : horizons,
  }));
}
