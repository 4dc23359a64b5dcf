import type { Band } from "@/lib/core/health/bands";
import { TONES } from "@/lib/core/health/bands";

/** Where an account goes: to a better band, a worse one, to a score at last, or to none. */
export const DIRECTIONS = ["down", "up", "gained", "lost"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** By band before + 1 and band after + 1 (0 is insufficient data): where that goes; null where it is no move. Bands of other
 * models are compared by tone; those of the same keys, in the same order, by place, so that a move between two yellow
 * bands counts.
 * @example directionsBetween([{ key: "a", from: 50, tone: "green" }, { key: "b", from: 0, tone: "red" }], [{ key: "a", from: 60, tone: "green" }, { key: "b", from: 0, tone: "red" }])[1] // → ["lost", null, "down"] */
export function directionsBetween(before: readonly Band[], after: readonly Band[]): (Direction | null)[][] {
  const isSame = before.length === after.length && before.every((band, i) => band.key === after[i]?.key);
  const place = (bands: readonly Band[], band: number) => (isSame ? -band : TONES.indexOf((bands[band] as Band).tone));
  const from = [-1, ...before.keys()];
  const to = [-1, ...after.keys()];
  return from.map((a) =>
    to.map((b) => {
      if (a < 0 || b < 0) return a === b ? null : a < 0 ? "gained" : "lost";
      const change = place(after, b) - place(before, a);
      return change === 0 ? null : change > 0 ? "up" : "down";
    }),
  );
}
