import { dayNumber } from "@/lib/core/calendar";
import type { Blueprint, Tone } from "./blueprint";
import { line } from "./line";
import { randomOf } from "./prng";
import { toneOn } from "./tone-on";
import { dayText, GO_LIVE, today } from "./window";

export const REVIEW_COLUMNS = "account_id, kind, planned_on, held_on, owner_id, note, recorded_at";

/** How often each band's own review is held, and as what. */
const HELD = {
  red: { every: 7, kind: "war_room", note: "CSM, AM and sponsor: what moved, what is next" },
  yellow: { every: 14, kind: "review", note: "Plan gone through, next step confirmed" },
  green: { every: 28, kind: "check_in", note: "Nothing open on their side" },
} as const satisfies Record<Tone, { every: number; kind: string; note: string }>;

/** One in six lets the reviews of a band below green slide; of some, one in twenty never holds the lighter ones. */
const SLIDES = 1 / 6;
const SKIPS = 1 / 20;

/** Reviews since go-live, at the pace of the band that people saw; a few slide, as they do. */
export function reviewRows(account: Blueprint): string {
  const random = randomOf(account.id, 29);
  const first = Math.max(dayNumber(GO_LIVE), account.customerSince + 30);
  const last = Math.min(today, (account.leavesOn ?? today + 1) - 1);
  const slidesFrom = account.slug === "kestrel-bank" || !random.chance(SLIDES) ? last : last - random.int(10, 35);
  let rows = "";
  const hold = (kind: string, day: number, note: string) => {
    if (day <= last)
      rows += line(account.id, kind, null, dayText(day), account.csmId, note, `${dayText(day)} 15:00:00+00`);
  };
  const isLax = random.chance(SKIPS);
  for (let day = first + random.int(1, 5); day <= last; ) {
    const tone = toneOn(account, day);
    const { every, kind, note } = HELD[tone];
    if (tone === "green" ? !isLax : day <= slidesFrom) hold(kind, day, note);
    day += Math.min(every, 7) === every ? every - 1 : every - random.int(0, 2);
  }
  if (!isLax) {
    hold("qbr", first + random.int(35, 80), "Results against their business case, half an hour");
    hold("expansion_scan", first + random.int(30, 80), "Seats, modules and departments looked through");
  }
  return rows + plannedRow(account, last);
}

/** One in three has the next review in the calendar; one in 25 of those days has passed without anybody writing it down. */
function plannedRow(account: Blueprint, last: number): string {
  const random = randomOf(account.id, 41);
  if (last < today || !random.chance(1 / 3)) return "";
  const day = random.chance(1 / 25) ? today - random.int(1, 6) : today + random.int(1, 18);
  const { kind } = HELD[toneOn(account, today)];
  const note = "Their results against the goal, and the next step";
  return line(account.id, kind, dayText(day), null, account.csmId, note, `${dayText(today - 7)} 10:00:00+00`);
}
