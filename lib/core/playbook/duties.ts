import { dayNumber } from "@/lib/core/calendar";
import type { Spell } from "./band-state";
import type { ClockFacts, PlanFact, StoppedBy } from "./clock";
import { NEW_DATE_DAYS } from "./decision";
import type { Rule } from "./playbook";

/** One turn of a rule in a stay: from a day, for so many counted days (or to a date that was decided), until what stopped it. */
export type Duty = {
  start: number;
  days: number;
  dueOn: number | null;
  stop: { day: number; by: StoppedBy } | null;
  /** Not the first of the stay: a review was held before, a plan was closed, an investment was decided. */
  isLater: boolean;
};

/** The turns of a rule in a stay, as the facts up to `until` (the last day of the stay that is known) stop and start them. */
export function dutiesOf(rule: Rule, spell: Spell, facts: ClockFacts, until: number): Duty[] {
  switch (rule.kind) {
    case "plan":
      return planDuties(rule, spell.from, facts.plans, until);
    case "review":
      return turns(spell.from, rule.everyDays, daysOf(facts, rule.metBy, spell.from, until));
    case "audit":
      return turns(spell.from, rule.afterDays, daysOf(facts, ["audit"], spell.from, until));
    case "decision":
      return decisionDuties(rule.withinDays, spell.from, facts.decisions, until);
    case "improvement": {
      const on = spell.improvedOn;
      const stop = on === null || on > until ? null : { day: on, by: "improvement" as const };
      return [{ start: spell.from, days: rule.withinDays, dueOn: null, stop, isLater: false }];
    }
    case "flag":
      return [{ start: spell.from, days: rule.afterDays, dueOn: null, stop: null, isLater: false }];
  }
}

/** The days, in order and once each, on which one of the acts was done within a stay. */
function daysOf({ acts }: ClockFacts, kinds: readonly string[], from: number, until: number): number[] {
  const days = acts.filter(({ kind }) => kinds.includes(kind)).map(({ day }) => dayNumber(day));
  return [...new Set(days)].filter((day) => day >= from && day <= until).sort((a, b) => a - b);
}

function turns(from: number, days: number, acts: readonly number[]): Duty[] {
  const starts = acts[0] === from ? acts : [from, ...acts];
  return starts.map((start, i) => {
    const next = starts[i + 1];
    const stop = next === undefined ? null : { day: next, by: "act" as const };
    return { start, days, dueOn: null, stop, isLater: start === acts[0] || i > 0 };
  });
}

/** Times without an open, complete plan: on entering the band, and again from the day on which the last such plan closed. */
function planDuties(
  rule: Extract<Rule, { kind: "plan" }>,
  from: number,
  plans: readonly PlanFact[],
  until: number,
): Duty[] {
  const covers = plans
    .filter((plan) => plan.completeOn !== null && (rule.plan === "action" || plan.kind === "recovery"))
    .map(({ openedOn, completeOn, closedOn }) => ({
      from: Math.max(dayNumber(openedOn), dayNumber(completeOn as string)),
      to: closedOn === null ? Number.POSITIVE_INFINITY : dayNumber(closedOn),
    }))
    .filter((cover) => cover.from < cover.to && cover.from <= until)
    .sort((a, b) => a.from - b.from);
  const duties: Duty[] = [];
  for (let start = from; start <= until; ) {
    const next = covers.find((cover) => cover.to > start);
    const stop = next ? { day: Math.max(next.from, start), by: "plan" as const } : null;
    duties.push({ start, days: rule.withinDays, dueOn: null, stop, isLater: duties.length > 0 });
    if (!stop) break;
    start = coveredUntil(covers, stop.day);
  }
  return duties;
}

/** The first day after one on which no plan is open. */
function coveredUntil(covers: readonly { from: number; to: number }[], day: number): number {
  let end = day;
  for (const cover of covers) if (cover.from <= end && cover.to > end) end = cover.to;
  return end;
}

function decisionDuties(days: number, from: number, decisions: ClockFacts["decisions"], until: number): Duty[] {
  const made = decisions
    .map((decision) => ({ ...decision, on: dayNumber(decision.day) }))
    .filter(({ on }) => on >= from && on <= until)
    .sort((a, b) => a.on - b.on);
  const duties: Duty[] = [];
  let open: Duty | null = { start: from, days, dueOn: null, stop: null, isLater: false };
  for (const { on, choice, newDate } of made) {
    if (open && open.start < on) duties.push({ ...open, stop: { day: on, by: choice } });
    const latest = on + NEW_DATE_DAYS;
    const dueOn = newDate === null ? latest : Math.min(dayNumber(newDate), latest);
    open = choice === "accept" ? null : { start: on, days: NEW_DATE_DAYS, dueOn, stop: null, isLater: true };
  }
  return open ? [...duties, open] : duties;
}
