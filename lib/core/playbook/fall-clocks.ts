import { dayNumber, dayOf } from "@/lib/core/calendar";
import { ANSWERS } from "./act";
import type { BandState, Fall } from "./band-state";
import type { Clock } from "./clock";
import type { ClockSettings } from "./clock-settings";
import { fallText } from "./date-words";
import type { NumberedFacts } from "./duties";
import { workingDaysAfter } from "./working-days";

type Course = {
  state: BandState;
  known: NumberedFacts;
  settings: ClockSettings;
  now: number;
  end: number | null;
  least: number;
};

/** Sudden falls, each to be answered by a contact or a reason within working days. They run in every band; no pause moves them;
 * a new owner gets the working days anew, for the last fall alone. */
export function fallClocks(course: Course): Clock[] {
  const { falls } = course.state;
  return falls
    .flatMap((fall, i) => turnsOf(fall, falls[i + 1]?.day ?? Number.POSITIVE_INFINITY, course))
    .filter(({ stoppedOn }) => stoppedOn === null || dayNumber(stoppedOn) >= course.least);
}

function turnsOf(fall: Fall, nextFall: number, { known, settings, now, end, least }: Course): Clock[] {
  const last = end === null ? now : end - 1;
  if (fall.day > last) return [];
  const answered =
    known.acts.find(({ day, kind }) => day >= fall.day && day <= last && ANSWERS.includes(kind))?.day ?? null;
  const stop = answered ?? end;
  if (stop !== null && stop < least) return [];
  const takenOver = known.ownerChanges.filter(
    ({ day, role }) => role === "csm" && day > fall.day && day <= (stop ?? now),
  );
  // Handed on twice in a day, it starts anew once.
  const handed = [...new Set(takenOver.map(({ day }) => day))];
  const mergedOn = handed.find((day) => day !== stop && day >= nextFall) ?? null;
  if (mergedOn !== null && mergedOn < least) return [];
  const starts = [fall.day, ...handed.filter((day) => day !== stop && day < nextFall)];
  return starts.map((start, i): Clock => {
    const dueOn = workingDaysAfter(dayOf(start), settings.fall.answerWorkingDays, settings.weekend);
    const late = dayNumber(dueOn) + 1;
    const next = starts[i + 1] ?? mergedOn;
    const isLast = next === null;
    // On the day of an answer the clock was late already, unless somebody took over on that very day.
    const lived =
      isLast && stop === null ? now : isLast && answered !== null && !handed.includes(answered) ? answered : null;
    const isBreached = late <= (lived ?? (next ?? (stop as number)) - 1);
    const stoppedOn = next ?? stop;
    const state = stoppedOn !== null ? "stopped" : isBreached ? "breached" : "running";
    return {
      ...{ kind: "fall", key: "fall", tone: null, ownerRole: "csm", planId: null, state },
      ...{ startedOn: dayOf(start), dueOn, breachedOn: isBreached ? dayOf(late) : null },
      stoppedOn: stoppedOn === null ? null : dayOf(stoppedOn),
      by: next !== null ? "new_owner" : answered !== null ? "act" : end !== null ? "left_book" : null,
      text: fallText(fall, { answered: isLast && answered !== null, waits: Math.max(0, now - late + 1) }),
      severity: state === "stopped" ? "low" : isBreached ? "high" : "medium",
    };
  });
}
