import { type Day, daysBetween } from "@/lib/core/calendar";
import { toneRank } from "@/lib/core/health/band";
import type { Tone } from "@/lib/core/health/bands";

export type PlanResult = "improved" | "worsened" | "rescored";

/** What came of an open plan when the band changed: improved or worsened by tone, with the days that it ran; a change by model
 * alone is no result of it. Null where the tone is the same or unknown.
 * @example planResult("2026-11-02", { from: "red", to: "yellow", on: "2026-11-30", by: "data" }) // → { result: "improved", days: 28, words: "Red to yellow after 28 days" } */
export function planResult(
  openedOn: Day,
  { from, to, on, by }: { from: Tone | null; to: Tone | null; on: Day; by: string },
): { result: PlanResult; days: number; words: string } | null {
  if (from === null || to === null || from === to) return null;
  const days = daysBetween(openedOn, on);
  const words = `${from.charAt(0).toUpperCase()}${from.slice(1)} to ${to} after ${days} ${days === 1 ? "day" : "days"}`;
  if (by === "model") return { result: "rescored", days, words: `${words}, by a new model` };
  return { result: toneRank(to) > toneRank(from) ? "improved" : "worsened", days, words };
}
