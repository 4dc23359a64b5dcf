import ical, { ICalEventTransparency } from "ical-generator";
import type { CalendarEntry } from "@/db/queries/work/list-calendar";
import { paths } from "@/lib/paths";

const WORDS: Record<CalendarEntry["kind"], string> = {
  check_in: "Check-in",
  review: "Review",
  war_room: "War room",
  executive: "Executive check-in",
  qbr: "Quarterly review",
  expansion_scan: "Expansion scan",
  audit: "Complacency audit",
  fall: "Answer a fall",
  loss: "Loss review",
  save: "Save review",
  decision: "Decide: invest or accept",
  plan: "Next step",
  decide_by: "Customer decides by",
};
const REFRESH_SECONDS = 3600;

/** A person's calendar as text: whole days that block no time, each under an id that stays. */
export function calendarText(
  entries: readonly CalendarEntry[],
  { origin, name, now }: { origin: string; name: string; now: Date },
): string {
  const calendar = ical({
    name: `Bellwether: ${name}`,
    prodId: { company: "Bellwether", product: "Calendar", language: "EN" },
    ttl: REFRESH_SECONDS,
  });
  const host = new URL(origin).hostname;
  for (const { uid, on, kind, name: account, slug, words } of entries)
    calendar.createEvent({
      id: `${uid}@${host}`,
      // A whole day has no zone: the generator writes the day of UTC.
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: `${WORDS[kind]}: ${account}`,
      ...(words ? { description: words } : {}),
      url: `${origin}${paths.account(slug)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}
