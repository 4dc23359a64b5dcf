import { daysBetween, isDay, monthEnd } from "@/lib/core/calendar";
import type { ColumnProfile } from "./column-profile";
import { headerName } from "./header-name";
import { type Mapping, sourcesOf } from "./mapping";

/** Sets the period of usage that the header of its day says. */
export function draftPeriod(mapping: Mapping, profiles: readonly ColumnProfile[]): void {
  const profile = dayProfile(mapping, profiles);
  if (!profile) return;
  const name = headerName(profile.header);
  if (/(^|_)week(_|$)/.test(name)) mapping.every = "week";
  else if (/(^|_)(month|monat)(_|$)/.test(name)) mapping.every = "month";
  if (mapping.every !== "day" && /(^|_)end(ing)?(_|$)/.test(name)) mapping.periodIs = "end";
}

/** What the first days of the file look like where the header does not say it: the start or the end of weeks or months. */
export function seemingPeriod(
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
): { every: "week" | "month"; periodIs: "start" | "end" | null } | null {
  const profile = dayProfile(mapping, profiles);
  if (!profile) return null;
  const name = headerName(profile.header);
  if (/(^|_)(start|starting|beginning|end|ending|of)(_|$)/.test(name)) return null;
  if (mapping.every !== "day") return isMonths(profile) ? null : { every: mapping.every, periodIs: null };
  const days = profile.samples.map((sample) => sample.slice(0, 10));
  if (days.length < 3 || !days.every(isDay)) return null;
  if (days.every((day) => day.endsWith("-01"))) return { every: "month", periodIs: "start" };
  if (days.every((day) => day === monthEnd(day.slice(0, 7)))) return { every: "month", periodIs: "end" };
  const [first = ""] = days;
  return days.every((day) => daysBetween(first, day) % 7 === 0) ? { every: "week", periodIs: null } : null;
}

const isMonths = ({ samples }: ColumnProfile) => samples.every((sample) => /^\d{4}-\d{2}$/.test(sample));

function dayProfile(mapping: Mapping, profiles: readonly ColumnProfile[]): ColumnProfile | undefined {
  const from = sourcesOf(mapping).get("day")?.from;
  return profiles.find(({ header }) => header === from);
}
