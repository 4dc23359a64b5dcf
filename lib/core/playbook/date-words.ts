import { type Day, daysBetween } from "@/lib/core/calendar";
import { roundSix } from "@/lib/core/health/rounding";

/** The most characters of a clock's text. */
export const CLOCK_TEXT_LENGTH = 60;

/** A fall's text.
 * @example fallText({ points: 12.4, days: 9 }, { answered: false, waits: 3 }) // → "Fell 12 points in 9 days, answer 3 days late" */
export function fallText(
  fall: { points: number; days: number },
  { answered, waits }: { answered: boolean; waits: number },
): string {
  const fact = `Fell ${Math.floor(roundSix(fall.points))} points in ${count(fall.days)}`;
  if (answered) return `${fact}, answered`;
  return waits > 0 ? `${fact}, answer ${count(waits)} late` : `${fact}, answer it`;
}

/** The text of a date: what happens then, and what is late once it has passed.
 * @example dateText("Next step", { dueOn: "2026-11-26", today: "2026-11-30" }) // → "Next step 4 days overdue" */
export function dateText(what: string, { dueOn, today }: { dueOn: Day; today: Day }): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return clipped(`${what} ${count(-days)} overdue`);
  return clipped(days === 0 ? `${what} due today` : `${what} due in ${count(days)}`);
}

/** Days in words.
 * @example count(1) // → "1 day" */
export function count(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as people write it.
 * @example dayWords("2026-12-20") // → "20 Dec 2026" */
export function dayWords(day: Day): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** Text cut to the length that a clock's may have.
 * @example clipped("Red") // → "Red" */
export function clipped(text: string): string {
  const characters = [...text];
  if (characters.length <= CLOCK_TEXT_LENGTH) return text;
  return `${characters
    .slice(0, CLOCK_TEXT_LENGTH - 1)
    .join("")
    .trimEnd()}…`;
}
