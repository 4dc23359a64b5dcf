import { createLoader, createParser, parseAsInteger } from "nuqs/server";
import { addMonths, type Day, isDay } from "@/lib/core/calendar";

const parseAsDay = createParser<Day>({ parse: (text) => (isDay(text) ? text : null), serialize: (day) => day });

const params = {
  /** Compare with this day: the Why table becomes what changed since. */
  since: parseAsDay,
  /** The account as it stood on this day, by the model that counted then or by this version of it. */
  asof: parseAsDay,
  version: parseAsInteger,
  /** The days of the trend. */
  from: parseAsDay,
  to: parseAsDay,
};

export const loadAccountParams = createLoader(params);

const USUAL_MONTHS = 24;

/** The days that the trend shows: those asked for where they make a span by today, else the last 24 months. */
export function spanOf({ from, to }: { from: Day | null; to: Day | null }, today: Day): { from: Day; to: Day } {
  const end = to && to <= today ? to : today;
  const start = from && from < end ? from : addMonths(end, -USUAL_MONTHS);
  return { from: start, to: end };
}
