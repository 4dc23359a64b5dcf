import { binomialTail } from "@/lib/core/validation/binomial-tail";

/** What became of the greens of a quarter's start. `greens` are those that can be compared: in the book and scored by the same
 * model at both ends, or gone; `fallen` of them are yellow, red or gone. `risen` were yellow or red and are green. `apart`
 * were green and cannot be compared: re-scored by a new model, handed over, without a score, onboarding at the start. */
export type QuarterGreens = { greens: number; fallen: number; risen: number; apart: number };

export type ShiftVerdict = {
  isShift: boolean;
  /** fallen / greens; null where nothing can be compared. */
  share: number | null;
  /** fallen − risen. */
  netLoss: number;
  /** The mean rate of the earlier quarters that can be compared, and how many they are. */
  usual: { rate: number; quarters: number };
  /** What the quarter is held against: the usual rate, at least 5%. */
  base: number;
  /** How likely so many or more falls are where each green falls with the base rate. */
  chance: number;
  /** The conditions, each on its own. */
  isLarge: boolean;
  isNet: boolean;
  isBeyondChance: boolean;
};

/** The figures of the rule. */
export const SHIFT_RULE = { share: 0.1, netOfFallen: 0.5, leastUsual: 0.05, chance: 0.05, earlierQuarters: 8 } as const;

/** Whether a quarter is a structural shift: at least 10% of its greens are no longer green, the net loss of greens is at least
 * half of that, and so many are beyond chance (one-sided exact binomial, p < 0.05, against the mean rate of the earlier
 * quarters, at least 5%). A quarter of whose greens more stand apart than can be compared is no shift and counts in no mean,
 * so that a change of model alone never raises it. Source: PRODUCT, portfolio. */
export function judgeShift(now: QuarterGreens, earlier: readonly QuarterGreens[]): ShiftVerdict {
  const { greens, fallen, risen } = now;
  const rates = earlier.filter(isComparable).map((quarter) => quarter.fallen / quarter.greens);
  const usual = rates.length > 0 ? rates.reduce((sum, rate) => sum + rate, 0) / rates.length : 0;
  const base = Math.max(usual, SHIFT_RULE.leastUsual);
  const netLoss = fallen - risen;
  const share = isComparable(now) ? fallen / greens : null;
  const chance = share === null ? 1 : binomialTail(fallen, greens, base);
  const isLarge = share !== null && fallen > 0 && share >= SHIFT_RULE.share;
  const isNet = fallen > 0 && netLoss >= SHIFT_RULE.netOfFallen * fallen;
  const isBeyondChance = chance < SHIFT_RULE.chance;
  return {
    ...{ isShift: isLarge && isNet && isBeyondChance, share, netLoss },
    ...{ usual: { rate: usual, quarters: rates.length }, base, chance, isLarge, isNet, isBeyondChance },
  };
}

/** Whether a quarter says anything: at least as many of its greens can be compared as stand apart.
 * @example isComparable({ greens: 2, fallen: 2, risen: 0, apart: 118 }) // → false */
export function isComparable({ greens, apart }: QuarterGreens): boolean {
  return greens > 0 && apart <= greens;
}
