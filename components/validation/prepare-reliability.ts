import type { ReliabilityBin } from "@/lib/core/validation/reliability";

export type ReliabilityDot = {
  x: number;
  y: number;
  n: number;
  /** Distances from y to the ends of its interval. */
  error: [number, number];
  isFew: boolean;
};

const FEW = 10;

/** Bins of probabilities as dots in percent: what was said along, what came up, with Wilson's interval. */
export function reliabilityDots(bins: readonly ReliabilityBin[]): ReliabilityDot[] {
  return bins.map(({ said, came }) => ({
    x: round(said * 100),
    y: round(came.share * 100),
    n: came.n,
    error: [round((came.share - came.low) * 100), round((came.high - came.share) * 100)],
    isFew: came.n < FEW,
  }));
}

/** How many probabilities lie in each part of 0–1, for the strip below. */
export function chanceStrip(chances: readonly number[], parts = 20): number[] {
  const strip = new Array<number>(parts).fill(0);
  for (const chance of chances) {
    const at = Math.min(parts - 1, Math.floor(chance * parts));
    strip[at] = (strip[at] as number) + 1;
  }
  return strip;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
