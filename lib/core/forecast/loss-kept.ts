/** What past losses kept: of each its ARR after ÷ before, none above all of it; their mean; and how many were reduced, not ended. */
export type LossKept = { n: number; downsold: number; shares: number[]; mean: number };

type PastLoss = { kind: string; beforeCents: number | null; afterCents: number | null };

/** Fewer losses with amounts than these tell no rate. */
export const FEWEST_LOSSES = 10;

/** How much of its ARR a renewal keeps that is not kept in full: min(after, before) ÷ before over past churns and downsells with
 * both amounts. Null below 10 of them: then a loss counts as whole.
 * @example lossKept([{ kind: "downsold", beforeCents: 100, afterCents: 60 }]) // → null
 * @example lossKept(Array(10).fill({ kind: "downsold", beforeCents: 100, afterCents: 60 }))?.mean.toFixed(2) // → "0.60" */
export function lossKept(contracts: readonly PastLoss[]): LossKept | null {
  const shares: number[] = [];
  let downsold = 0;
  for (const { kind, beforeCents, afterCents } of contracts) {
    if ((kind !== "churned" && kind !== "downsold") || !beforeCents || beforeCents < 0 || afterCents === null) continue;
    shares.push(Math.min(1, Math.max(0, afterCents / beforeCents)));
    if (kind === "downsold") downsold++;
  }
  if (shares.length < FEWEST_LOSSES) return null;
  return { n: shares.length, downsold, shares, mean: shares.reduce((sum, share) => sum + share, 0) / shares.length };
}
