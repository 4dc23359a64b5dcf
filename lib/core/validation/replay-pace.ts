import type { Decision } from "./cohort";

/** Days before decisions that the background job computes at one go, so that other work has its turn; it goes every so many minutes. */
export const REPLAY_PACE = { days: 400, minutes: 5 } as const;

/** Minutes within which the decisions that wait are computed, where nothing else waits before them.
 * @example minutesToReplay([{ decidedOn: "2026-11-02" }, { decidedOn: "2026-11-02" }]) // → 5 */
export function minutesToReplay(waiting: readonly Pick<Decision, "decidedOn">[]): number {
  const days = new Set(waiting.map(({ decidedOn }) => decidedOn)).size;
  return Math.ceil(days / REPLAY_PACE.days) * REPLAY_PACE.minutes;
}
