import { MEASURES } from "@/lib/core/measures/catalogue";

const USUAL_WINDOW = 28;

/** How many days a strange day stays in a measure's window: its own, else 28.
 * @example catalogueWindow("escalations") // → 90
 * @example catalogueWindow(null) // → 28 */
export function catalogueWindow(measureKey: string | null): number {
  return (measureKey !== null && MEASURES[measureKey]?.window) || USUAL_WINDOW;
}
