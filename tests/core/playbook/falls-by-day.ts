import { addDays, type Day, daysBetween, weekdayOf } from "@/lib/core/calendar";
import type { BandDay } from "@/lib/core/playbook/band-day";
import type { ClockFacts } from "@/lib/core/playbook/clock";
import type { Fired } from "./day-by-day";

/** Falls and their answers, walked likewise: on each published day the highest of the days before it, back to 14 or the last fall. */
export function fallsLived(rows: readonly BandDay[], facts: ClockFacts, today: Day): Fired[] {
  const seen: { day: Day; health: number }[] = [];
  const fired: Fired[] = [];
  const falls: Day[] = [];
  const gone = facts.leftBookOn ?? addDays(today, 1);
  const kinds = ["contact", "reason", "check_in", "quarterly_review", "review", "war_room", "executive_meeting"];
  let last: number | null = null;
  for (const row of rows) {
    if (!row.published || (row.liftUnreviewed ? row.measuredTone : row.tone) === null || row.health === null) continue;
    if ((row.by === "model" || row.by === "calendar") && last !== null)
      for (const before of seen) before.health += row.health - last;
    last = row.health;
    const near = seen.filter(({ day }) => daysBetween(day, row.day) <= 14).map(({ health }) => health);
    const drop = Math.round((Math.max(...near) - row.health) * 1e6) / 1e6;
    if (near.length > 0 && drop >= 10) {
      seen.length = 0;
      falls.push(row.day);
    }
    seen.push({ day: row.day, health: row.health });
  }
  for (const fall of falls) {
    let due = twoWorkingDays(fall);
    for (let day = fall; day <= today && day < gone; day = addDays(day, 1)) {
      if (day > fall && facts.ownerChanges.some((change) => change.role === "csm" && change.day === day)) {
        if (falls.some((later) => later > fall && later <= day)) break;
        due = twoWorkingDays(day);
      }
      if (day === addDays(due, 1)) fired.push({ what: "fall", on: day, due });
      if (facts.acts.some((act) => act.day === day && kinds.includes(act.kind))) break;
    }
  }
  return fired;
}

function twoWorkingDays(day: Day): Day {
  let [result, left] = [day, 2];
  while (left > 0) {
    result = addDays(result, 1);
    if (weekdayOf(result) !== 0 && weekdayOf(result) !== 6) left--;
  }
  return result;
}
