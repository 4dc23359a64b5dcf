import type { Change, ChangeKind } from "@/lib/core/health/explain";

/** What moved the fallen accounts: a measure, or a kind of part that has none. */
export type ShiftMeasure = {
  kind: ChangeKind;
  key: string | null;
  /** Points over all accounts together; they sum to the change of all. */
  points: number;
  /** points / the change of all; they sum to 1. */
  share: number;
  /** Accounts that it moved down by a point or more. */
  accounts: number;
};
export type ShiftMeasures = { measures: ShiftMeasure[]; change: number; accounts: number };

/** The changes of the fallen accounts added up by what made them, the largest loss first: points and shares sum exactly to the
 * change of all. Data that goes missing or comes back
 * stands apart from data that moves. Shares are 0 where nothing changed on balance. */
export function shiftMeasures(changes: readonly Change[]): ShiftMeasures {
  const found = new Map<string, ShiftMeasure>();
  for (const { parts } of changes) {
    for (const { kind, key, part } of parts) {
      const name = `${kind}:${key ?? ""}`;
      const measure = found.get(name) ?? { kind, key, points: 0, share: 0, accounts: 0 };
      measure.points += part;
      if (part <= -1) measure.accounts += 1;
      found.set(name, measure);
    }
  }
  const change = changes.reduce((sum, one) => sum + one.change, 0);
  const measures = [...found.values()].map((measure) => ({
    ...measure,
    share: change === 0 ? 0 : measure.points / change,
  }));
  return { measures: measures.sort((a, b) => a.points - b.points), change, accounts: changes.length };
}
