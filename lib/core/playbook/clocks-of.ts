import { type Day, dayNumber, dayOf } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import { type BandState, isShortLeave, type Spell } from "./band-state";
import type { Clock, ClockFacts, Severity } from "./clock";
import { CLOCK_SETTINGS, type ClockSettings } from "./clock-settings";
import { dueAfter, elapsedDays, firstDayIn } from "./clock-time";
import { ruleText } from "./clock-words";
import { dateClocks } from "./date-clocks";
import { type Duty, dutiesOf, type NumberedFacts, numberedFacts } from "./duties";
import { fallClocks } from "./fall-clocks";
import type { Playbook, Rule } from "./playbook";

export type ClockInput = {
  /** Of the account's history up to today. */
  state: BandState;
  facts: ClockFacts;
  playbooks: Partial<Record<Tone, Playbook>>;
  today: Day;
  settings?: ClockSettings;
  /** Leaves out clocks that stopped before this day. */
  since?: Day;
};

type Course = Pick<ClockInput, "state" | "playbooks"> & {
  settings: ClockSettings;
  known: NumberedFacts;
  now: number;
  /** The first day out of the book, if it has come. */
  end: number | null;
  /** Nothing that stopped before it is told. */
  least: number;
};

/** Every clock of an account as of today, oldest first within a rule: those that run on its stays in a band, on sudden falls and
 * on dates. A deadline's due day is still in time; it is breached on the first day after it on which the account stands in the
 * band (flags and audits: from that day itself). Days without enough data do not count. Red that was left is paused until
 * it comes back or 14 days have passed, then it stopped on the day it was left. A new owner gets the rule's period again, at most
 * 14 days, never less than was left. Nothing before go-live; nothing stops by a task. Source: PRODUCT, clocks. */
export function clocksOf(input: ClockInput): Clock[] {
  const { state, facts, today, settings = CLOCK_SETTINGS, since } = input;
  const now = dayNumber(today);
  if (state.lastDay !== null && state.lastDay > now)
    throw new RangeError(`clocksOf requires history up to ${today}, got ${dayOf(state.lastDay)}`);
  if (now < state.goLive) return [];
  const left = facts.leftBookOn === null ? null : dayNumber(facts.leftBookOn);
  const course: Course = {
    state,
    settings,
    now,
    playbooks: input.playbooks,
    known: numberedFacts(facts),
    end: left !== null && left <= now ? left : null,
    least: since === undefined ? state.goLive : dayNumber(since),
  };
  return [
    ...state.spells.flatMap((spell) => spellClocks(spell, course)),
    ...fallClocks(course),
    ...(course.end === null ? dateClocks(facts, today, settings) : []),
  ];
}

function spellClocks(spell: Spell, course: Course): Clock[] {
  const playbook = course.playbooks[spell.tone];
  const { now, end, known, state, settings, least } = course;
  if (!playbook || (end !== null && end <= spell.from)) return [];
  const isAway = end === null && waits(spell, state, now, settings);
  const left = spell.left !== null && (end === null || spell.left <= end) ? spell.left : null;
  const stop =
    left !== null && !isAway
      ? { day: left, by: "left_band" as const }
      : end !== null
        ? { day: end, by: "left_book" as const }
        : null;
  if (stop && stop.day < least) return [];
  const until = left !== null || end !== null ? (left ?? (end as number)) - 1 : now;
  return playbook.rules.flatMap((rule) =>
    dutiesOf(rule, spell, known, until)
      .filter((duty) => duty.stop === null || duty.stop.day >= least)
      .flatMap((duty) => withOwners({ ...duty, stop: duty.stop ?? stop }, rule, course))
      .filter((duty) => duty.stop === null || duty.stop.day >= least)
      .map((duty) => clockOf(duty, { rule, spell, playbook, course, isAway: isAway && duty.stop === null })),
  );
}

/** Whether red was left a short time ago, so that it may still come back without a new start. */
function waits(spell: Spell, state: BandState, now: number, settings: ClockSettings): boolean {
  if (spell.tone !== "red" || spell.left === null || spell !== state.spells.findLast(({ tone }) => tone === "red"))
    return false;
  return isShortLeave(state, spell, state.held?.tone === "red" ? Math.min(state.held.from, now) : now, settings);
}

/** A turn cut at each change of its owner that gives more days than were left. */
function withOwners(duty: Duty, rule: Rule, { known, state, settings, now }: Course): (Duty & { due: number })[] {
  const last = duty.stop?.day ?? now;
  const due = duty.dueOn ?? dueAfter(state.stretches, duty.start, duty.days, last);
  const cut = [{ ...duty, due }];
  if (rule.kind === "flag" || rule.kind === "audit") return cut;
  for (const { day, role } of known.ownerChanges) {
    const isIn = day > duty.start && (duty.stop === null ? day <= now : day < last);
    if (role !== rule.ownerRole || !isIn) continue;
    const before = cut.pop() as Duty & { due: number };
    const fresh = dueAfter(state.stretches, day, Math.min(duty.days, settings.graceDays), last);
    if (fresh <= before.due) cut.push(before);
    else cut.push({ ...before, stop: { day, by: "new_owner" } }, { ...before, start: day, due: fresh });
  }
  return cut;
}

type Within = { rule: Rule; spell: Spell; playbook: Playbook; course: Course; isAway: boolean };

function clockOf({ start, due, stop, isLater }: Duty & { due: number }, within: Within): Clock {
  const { rule, spell, playbook, course, isAway } = within;
  const { state, now } = course;
  const isFlag = rule.kind === "flag" || rule.kind === "audit";
  const last = stop === null ? now : isLate(stop, rule, course) ? stop.day : stop.day - 1;
  const breached = firstDayIn(state.stretches, spell.tone, isFlag ? due : due + 1, last, rule.kind === "improvement");
  const is = state.stretches.at(-1)?.is;
  const paused = stop ? null : isAway ? "away" : is === "no_data" || is === "rescored" ? is : null;
  const waits = paused !== null && (paused !== "no_data" || breached === null);
  const clockState = stop ? "stopped" : waits ? "paused" : breached !== null ? "breached" : "running";
  const day = stop?.day ?? now;
  const text = ruleText({
    rule,
    spell,
    paused,
    health: state.health,
    name: playbook.name,
    dueOn: dayOf(due),
    isLater,
    days: elapsedDays(state.stretches, spell.from, day) + (stop ? 0 : daysBefore(spell, state)),
    turnDays: elapsedDays(state.stretches, start, day),
    stop: stop?.by ?? null,
    isDue: breached !== null,
  });
  return {
    kind: rule.kind,
    key: rule.key,
    tone: spell.tone,
    startedOn: dayOf(start),
    dueOn: dayOf(due),
    state: clockState,
    breachedOn: breached === null ? null : dayOf(breached),
    stoppedOn: stop && dayOf(stop.day),
    by: stop?.by ?? null,
    ownerRole: rule.ownerRole,
    planId: null,
    text,
    severity: severityOf(rule, spell.tone, clockState, due - now),
  };
}

/** Days in the band before go-live: no clock counts them, its words do. */
function daysBefore(spell: Spell, { age, goLive }: BandState): number {
  return age?.tone === spell.tone && spell.from === goLive ? Math.max(0, goLive - age.since) : 0;
}

/** Whether what stopped a clock after its due day came late on its own day already: not where the band, the book or the owner
 * changed on it. */
function isLate({ day, by }: NonNullable<Duty["stop"]>, rule: Rule, { known }: Course): boolean {
  if (by === "left_band" || by === "left_book" || by === "new_owner") return false;
  if (rule.kind === "audit") return true;
  return !known.ownerChanges.some((change) => change.role === rule.ownerRole && change.day === day);
}

function severityOf(rule: Rule, tone: Tone, state: Clock["state"], daysLeft: number): Severity {
  if (state === "stopped" || state === "paused") return "low";
  if (state === "running") return tone !== "green" && rule.kind !== "flag" && daysLeft <= 2 ? "medium" : "low";
  return tone === "green" || (tone === "yellow" && rule.kind === "review") ? "medium" : "high";
}
