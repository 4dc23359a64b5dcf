import { dayNumber } from "@/lib/core/calendar";
import type { ActKind } from "./act";
import type { Spell } from "./band-state";
import type { ClockFacts, PlanFact, StoppedBy } from "./clock";
import { type DecisionChoice, NEW_DATE_DAYS } from "./decision";
import type { OwnerRole, Rule } from "./playbook";

/** One turn of a rule in a stay: from a day, for so many counted days (or to a date that was decided), until what stopped it. */
export type Duty = {
  start: number;
  days: number;
  dueOn: number | null;
  stop: { day: number; by: StoppedBy } | null;
  /** Not the first of the stay: a review was held before, a plan was closed, an investment was decided. */
  isLater: boolean;
};

/** The facts that stop clocks, their days as day numbers, in order of days. */
export type NumberedFacts = {
  acts: readonly { day: number; kind: ActKind }[];
  ownerChanges: readonly { day: number; role: OwnerRole }[];
  decisions: readonly { day: number; choice: DecisionChoice; newDate: number | null }[];
  covers: readonly { from: number; to: number; kind: PlanFact["kind"] }[];
};

/** Facts with day numbers; a plan covers the days from which it was open and complete until it closed.
 * @example numberedFacts({ leftBookOn: null, ownerChanges: [{ day: "1970-01-03", role: "csm" }], plans: [], acts: [], decisions: [], card: null, decideBy: null }).ownerChanges // → [{ day: 2, role: "csm" }] */
export function numberedFacts(facts: ClockFacts): NumberedFacts {
  const byDay = (a: { day: number }, b: { day: number }) => a.day - b.day;
  return {
    acts: facts.acts.map(({ day, kind }) => ({ day: dayNumber(day), kind })).sort(byDay),
    ownerChanges: facts.ownerChanges.map(({ day, role }) => ({ day: dayNumber(day), role })).sort(byDay),
    decisions: facts.decisions
      .map(({ day, choice, newDate }) => ({
        day: dayNumber(day),
        choice,
        newDate: newDate === null ? null : dayNumber(newDate),
      }))
      .sort(byDay),
    covers: facts.plans
      .filter((plan) => plan.completeOn !== null)
      .map(({ kind, openedOn, completeOn, closedOn }) => ({
        from: Math.max(dayNumber(openedOn), dayNumber(completeOn as string)),
        to: closedOn === null ? Number.POSITIVE_INFINITY : dayNumber(closedOn),
        kind,
      }))
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from),
  };
}

/** The turns of a rule in a stay, as the facts up to `until` (the last day of the stay that is known) stop and start them. */
export function dutiesOf(rule: Rule, spell: Spell, facts: NumberedFacts, until: number): Duty[] {
  switch (rule.kind) {
    case "plan":
      return planDuties(rule, spell.from, facts.covers, until);
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
function daysOf({ acts }: NumberedFacts, kinds: readonly ActKind[], from: number, until: number): number[] {
  const days: number[] = [];
  for (const { day, kind } of acts)
    if (day >= from && day <= until && kinds.includes(kind) && days.at(-1) !== day) days.push(day);
  return days;
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
  covers: NumberedFacts["covers"],
  until: number,
): Duty[] {
  const fitting = covers.filter(
    (cover) => cover.from <= until && (rule.plan === "action" || cover.kind === "recovery"),
  );
  const duties: Duty[] = [];
  for (let start = from; start <= until; ) {
    const next = fitting.find((cover) => cover.to > start);
    const stop = next ? { day: Math.max(next.from, start), by: "plan" as const } : null;
    duties.push({ start, days: rule.withinDays, dueOn: null, stop, isLater: duties.length > 0 });
    if (!stop) break;
    start = coveredUntil(fitting, stop.day);
  }
  return duties;
}

/** The first day after one on which no plan is open. */
function coveredUntil(covers: NumberedFacts["covers"], day: number): number {
  let end = day;
  for (const cover of covers) if (cover.from <= end && cover.to > end) end = cover.to;
  return end;
}

function decisionDuties(days: number, from: number, decisions: NumberedFacts["decisions"], until: number): Duty[] {
  const duties: Duty[] = [];
  let open: Duty | null = { start: from, days, dueOn: null, stop: null, isLater: false };
  for (const { day, choice, newDate } of decisions) {
    if (day < from || day > until) continue;
    if (open && open.start < day) duties.push({ ...open, stop: { day, by: choice } });
    const latest = day + NEW_DATE_DAYS;
    const dueOn = Math.min(newDate ?? latest, latest);
    open = choice === "accept" ? null : { start: day, days: NEW_DATE_DAYS, dueOn, stop: null, isLater: true };
  }
  return open ? [...duties, open] : duties;
}
