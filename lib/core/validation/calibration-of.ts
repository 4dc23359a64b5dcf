import { newcombePaired } from "./newcombe";
import { type Share, wilson } from "./wilson";

/** Fewer decided cards than these say nothing about a person. */
export const FEWEST_CARDS = 8;

export type Calibration = {
  n: number;
  /** Of the accounts they called green, how many stayed; of the others, how many did not. */
  greenStayed: Share | null;
  otherLost: Share | null;
  /** Share called green − share that stayed, with its 95% interval. */
  bias: { difference: number; low: number; high: number };
  leaning: "optimistic" | "pessimistic" | "none shown";
};

/** How a person's people bands compare with what the customers decided. Optimistic where green was said more often than
 * customers stayed, beyond chance (Newcombe's interval for paired shares excludes 0); pessimistic the other way. Null below
 * 8 decided cards: too few to say.
 * @example calibrationOf([{ saidGreen: true, stayed: true }]) // → null */
export function calibrationOf(cards: readonly { saidGreen: boolean; stayed: boolean }[]): Calibration | null {
  if (cards.length < FEWEST_CARDS) return null;
  const count = (saidGreen: boolean, stayed: boolean) =>
    cards.filter((card) => card.saidGreen === saidGreen && card.stayed === stayed).length;
  const [greenStayed, greenLost, otherStayed, otherLost] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const bias = newcombePaired({ both: greenStayed, first: greenLost, second: otherStayed, neither: otherLost });
  if (!bias) return null;
  return {
    n: cards.length,
    greenStayed: wilson(greenStayed, greenStayed + greenLost),
    otherLost: wilson(otherLost, otherStayed + otherLost),
    bias,
    leaning: bias.low > 0 ? "optimistic" : bias.high < 0 ? "pessimistic" : "none shown",
  };
}
