import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import type { Clock, ClockFacts } from "./clock";
import type { ClockSettings } from "./clock-settings";
import { count, dateText } from "./date-words";

type Dated = Pick<Clock, "kind" | "startedOn" | "dueOn" | "ownerRole" | "text"> &
  Partial<Pick<Clock, "planId" | "severity">>;

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

/** A clock on dates: breached the day after its due day. */
function dated(clock: Dated, today: Day): Clock {
  const late = addDays(clock.dueOn, 1);
  const breachedOn = late <= today ? late : null;
  const state = breachedOn === null ? "running" : "breached";
  return {
    ...{ key: clock.kind, tone: null, planId: null, by: null, stoppedOn: null, breachedOn, state },
    severity: breachedOn === null ? "low" : "medium",
    ...clock,
  };
}
