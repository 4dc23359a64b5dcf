import { addDays, type Day, daysBetween, dayNumber, dayOf } from "@/lib/core/calendar";
import { ANSWERS } from "./act";
import type { BandState } from "./band-state";
import type { Clock, ClockFacts } from "./clock";
import type { ClockSettings } from "./clock-settings";
import { count, dateText, fallText } from "./clock-words";
import { workingDaysAfter } from "./working-days";

type Dated = Pick<Clock, "kind" | "startedOn" | "dueOn" | "ownerRole" | "text"> &
  Partial<Pick<Clock, "planId" | "stoppedOn" | "by" | "severity">> & {
    /** A new owner took over on the day on which it stopped. */
    isHandedOn?: boolean;
  };

/** Clocks that run on dates, not on the band: the scorecard's due day and expiry, the decide-by date with its notices, plans'
 * next steps. No pause and no grace moves them. */
export function dateClocks({ card, decideBy, plans }: ClockFacts, today: Day, settings: ClockSettings): Clock[] {
  return [
    ...cardClocks(card, today),
    ...decideByClocks(decideBy, today, settings),
    ...plans.flatMap((plan) => nextStep(plan, today)),
  ];
}

function cardClocks(card: ClockFacts["card"], today: Day): Clock[] {
  if (!card || card.since > today) return [];
  const { since, dueOn, validUntil } = card;
  const due = dated(
    { kind: "card", startedOn: since, dueOn, ownerRole: "am", text: dateText("Scorecard", { dueOn, today }) },
    today,
  );
  if (validUntil === null || dueOn > today) return [due];
  const late = daysBetween(validUntil, today);
  const text = late > 0 ? `Scorecard expired ${count(late)} ago` : `Scorecard expires in ${count(1 - late)}`;
  const severity = late > 0 ? "high" : "medium";
  return [
    due,
    dated({ kind: "card_expired", startedOn: dueOn, dueOn: validUntil, ownerRole: "am", text, severity }, today),
  ];
}

/** One clock for the notice reached last, so that each notice is a clock of its own. */
function decideByClocks(decideBy: Day | null, today: Day, { decideByLeadDays }: ClockSettings): Clock[] {
  if (decideBy === null) return [];
  const left = daysBetween(today, decideBy);
  const lead = [...decideByLeadDays].sort((a, b) => a - b).find((days) => left <= days);
  if (lead === undefined) return [];
  const ahead = left === 0 ? "Decides today" : `Decides in ${count(left)}, ${lead}-day notice`;
  const text = left >= 0 ? ahead : `Decide-by passed ${count(-left)} ago, no outcome`;
  const severity = left <= 30 ? "high" : left <= 60 ? "medium" : "low";
  const startedOn = addDays(decideBy, -lead);
  return [dated({ kind: "decide_by", startedOn, dueOn: decideBy, ownerRole: "am", text, severity }, today)];
}

function nextStep({ id, openedOn, closedOn, nextStepOn }: ClockFacts["plans"][number], today: Day): Clock[] {
  if (nextStepOn === null || openedOn > today || (closedOn !== null && closedOn <= today)) return [];
  const text = dateText("Next step", { dueOn: nextStepOn, today });
  return [
    dated({ kind: "next_step", startedOn: openedOn, dueOn: nextStepOn, ownerRole: "csm", text, planId: id }, today),
  ];
}

/** Sudden falls, each to be answered by a contact or a reason within working days. Falls run on every band; no pause moves them;
 * a new owner gets the working days anew. */
export function fallClocks({ falls }: BandState, facts: ClockFacts, today: Day, settings: ClockSettings): Clock[] {
  const { answerWorkingDays } = settings.fall;
  const answers = facts.acts.filter(({ kind }) => ANSWERS.includes(kind)).map(({ day }) => day);
  const end = facts.leftBookOn !== null && facts.leftBookOn <= today ? facts.leftBookOn : null;
  return falls.flatMap((fall) => {
    const startedOn = dayOf(fall.day);
    if (startedOn > today || (end !== null && startedOn >= end)) return [];
    const answered = earliest(answers.filter((day) => day >= startedOn && day <= today && (end === null || day < end)));
    const stoppedOn = answered ?? end;
    const handed = facts.ownerChanges
      .filter(({ day, role }) => role === "csm" && day > startedOn && day <= today && (!stoppedOn || day < stoppedOn))
      .map(({ day }) => day);
    return [startedOn, ...handed.sort()].map((start, i, starts) => {
      const dueOn = workingDaysAfter(start, answerWorkingDays, settings.weekend);
      const next = starts[i + 1] ?? null;
      const waits = Math.max(0, dayNumber(today) - dayNumber(dueOn));
      return dated(
        {
          ...{ kind: "fall", startedOn: start, dueOn, ownerRole: "csm", severity: waits > 0 ? "high" : "medium" },
          text: fallText(fall, { answered: next === null && answered !== null, waits }),
          stoppedOn: next ?? stoppedOn,
          isHandedOn: facts.ownerChanges.some(({ day, role }) => role === "csm" && day === stoppedOn),
          by: next !== null ? "new_owner" : answered !== null ? "act" : end !== null ? "left_book" : null,
        },
        today,
      );
    });
  });
}

function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** A clock on dates: breached the day after its due day, unless something stopped it by then. */
function dated({ isHandedOn = false, ...clock }: Dated, today: Day): Clock {
  const stoppedOn = clock.stoppedOn ?? null;
  const late = addDays(clock.dueOn, 1);
  const end = (clock.by === "act" && !isHandedOn) || stoppedOn === null ? (stoppedOn ?? today) : addDays(stoppedOn, -1);
  const breachedOn = late <= end ? late : null;
  const state = stoppedOn !== null ? "stopped" : breachedOn !== null ? "breached" : "running";
  return {
    ...{ key: clock.kind, tone: null, planId: null, by: null },
    ...clock,
    ...{ stoppedOn, breachedOn, state },
    severity: state === "stopped" ? "low" : (clock.severity ?? (breachedOn ? "medium" : "low")),
  };
}
