import { type LossPattern, PATTERN_HORIZON } from "./loss-pattern";
import { shareOut } from "./share-out";

const BY_CHANCE = 0.25;

/** Weights for a model's measures in proportion to how many more of the lost show each 90 days before than the quarter of the
 * renewed that do, in whole hundredths; measures that no more of the lost show are left out. Null where none is left.
 * @example weightsFromLosses({ lost: 20, matched: 20, rows: [] }, ["csat"]) // → null */
export function weightsFromLosses(pattern: LossPattern, keys: readonly string[]): Map<string, number> | null {
  const excess = keys.map((key) => {
    const row = pattern.rows.find((other) => other.key === key);
    const showing = row?.cells.find(({ horizon }) => horizon === PATTERN_HORIZON)?.showing;
    return row?.isBeyondChance ? Math.max(0, (showing?.share ?? 0) - BY_CHANCE) : 0;
  });
  const weights = new Map(shareOut(excess, 100).map((weight, i) => [keys[i] as string, weight] as const));
  const kept = [...weights].filter(([, weight]) => weight > 0);
  return kept.length === 0 ? null : new Map(kept);
}
