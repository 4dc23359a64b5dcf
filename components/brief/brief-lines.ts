import { REVIEW_NAMES, type ReviewKind } from "@/components/work/review-names";
import type { Day } from "@/lib/core/calendar";
import { daysBetween } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";
import { answerWord, QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { countText, dayShort, dayText, moneyFull, untilText } from "@/lib/format";

type Named = { name: string; on: Day };
export interface BriefSignals {
  tickets: {
    opened: number;
    closed: number;
    open: number;
    severe: number;
    escalated: number;
    oldestSevereOn: Day | null;
  };
  usersThen: number | null;
  usersNow: number | null;
  seatsThen: number | null;
  seatsNow: number | null;
  left: readonly (Named & { role: string })[];
  came: readonly (Named & { role: string })[];
  paid: number;
  overdue: readonly { dueOn: Day; amountCents: number; currency: string }[];
  achieved: readonly Named[];
  missed: readonly Named[];
  nextMilestone: Named | null;
  surveys: readonly { kind: string; score: number; role: string | null; on: Day }[];
  events: readonly { kind: string; note: string | null; on: Day }[];
  touches: number;
}
/** One subject of the brief and what it says. */
export type BriefLine = { head: string; text: string };

const TOUCHES: Record<string, string> = {
  ...{ qbr: "Quarterly review", check_in: "Check-in", training: "Training", call: "Call", email: "E-mail" },
  ...{ program: "Programme", note: "Note" },
};

/** "Your war room on 3 Nov 2026, 27 d ago"; whose contact it was, in words. */
export function contactWords(contact: { on: Day; what: string; mine: boolean } | null, today: Day): string {
  if (!contact) return "No contact on record: the last 90 days";
  const name = (REVIEW_NAMES[contact.what as ReviewKind] ?? TOUCHES[contact.what] ?? contact.what).toLowerCase();
  const whose = contact.mine
    ? `Your last contact: ${name}`
    : `No contact of yours on record; the account's last: ${name}`;
  return `${whose} on ${dayText(contact.on)}, ${daysBetween(contact.on, today)} d ago`;
}

/** What the signals say since a day, a line a subject, always all of them: nothing new is said too. */
export function briefLines(facts: BriefSignals, today: Day): BriefLine[] {
  return [
    { head: "Usage", text: usage(facts) },
    { head: "Tickets", text: tickets(facts, today) },
    { head: "People there", text: people(facts) },
    { head: "Invoices", text: invoices(facts, today) },
    { head: "Milestones", text: milestones(facts) },
    { head: "Surveys and events", text: said(facts) },
    { head: "Contact since", text: `${counted(facts.touches, "two-way touch", "two-way touches")} on record` },
  ];
}

/** The scorecard's answers that changed: "Champion: Active → Missing". */
export function answerChanges(then: Partial<Answers> | null, now: Partial<Answers> | null): string {
  if (!now) return "No scorecard yet";
  const keys = Object.keys(QUESTION_WORDS) as (keyof Answers)[];
  const moved = keys.filter((key) => then?.[key] !== now[key]);
  if (moved.length === 0)
    return `Unchanged: ${keys.map((key) => `${QUESTION_WORDS[key].name.toLowerCase()} ${answerWord(key, now[key]).toLowerCase()}`).join(", ")}`;
  return moved
    .map(
      (key) =>
        `${QUESTION_WORDS[key].name}: ${then ? `${answerWord(key, then[key])} → ` : ""}${answerWord(key, now[key])}`,
    )
    .join(", ");
}

function usage({ usersThen, usersNow, seatsThen, seatsNow }: BriefSignals): string {
  if (usersNow === null) return "No usage data for the last 28 days";
  const change = usersThen ? `, ${Math.round((usersNow / usersThen - 1) * 100)}%`.replace(", -", ", −") : "";
  const users = `${usersThen === null ? "" : `${countText(Math.round(usersThen))} → `}${countText(Math.round(usersNow))} active users a day${change} (mean of 28 d)`;
  if (seatsNow === null) return users;
  const seats =
    seatsThen === null || seatsThen === seatsNow
      ? countText(seatsNow)
      : `${countText(seatsThen)} → ${countText(seatsNow)}`;
  return `${users}, of ${seats} seats`;
}

function tickets(
  { tickets: { opened, closed, open, severe, escalated, oldestSevereOn } }: BriefSignals,
  today: Day,
): string {
  const oldest = oldestSevereOn ? `, the oldest ${daysBetween(oldestSevereOn, today)} d` : "";
  const now = open === 0 ? "none open" : `${open} open${severe > 0 ? `, ${severe} critical or high${oldest}` : ""}`;
  return `${opened} opened, ${closed} closed; ${now}${escalated > 0 ? `, ${escalated} escalated` : ""}`;
}

function people({ left, came }: BriefSignals): string {
  const names = (list: BriefSignals["left"]) =>
    list.map(({ name, role, on }) => `${name} (${role.replaceAll("_", " ")}, ${dayShort(on)})`).join(", ");
  const parts = [left.length > 0 && `left: ${names(left)}`, came.length > 0 && `new: ${names(came)}`].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : "Nobody left or came";
}

function invoices({ paid, overdue }: BriefSignals, today: Day): string {
  const late = overdue.map(
    ({ dueOn, amountCents, currency }) =>
      `${moneyFull(amountCents, currency)} due ${dayShort(dueOn)}, ${daysBetween(dueOn, today)} d ago`,
  );
  return `${counted(paid, "invoice", "invoices")} paid; ${late.length > 0 ? `unpaid: ${late.join(", ")}` : "none unpaid past its day"}`;
}

function milestones({ achieved, missed, nextMilestone }: BriefSignals): string {
  const names = (list: readonly Named[]) => list.map(({ name, on }) => `${name} (${dayShort(on)})`).join(", ");
  return [
    achieved.length > 0 ? `reached: ${names(achieved)}` : "none reached",
    missed.length > 0 && `passed unreached: ${names(missed)}`,
    nextMilestone && `next: ${nextMilestone.name} (${dayShort(nextMilestone.on)})`,
  ]
    .filter(Boolean)
    .join("; ");
}

function said({ surveys, events }: BriefSignals): string {
  const answers = surveys.map(
    ({ kind, score, role }) => `${kind.toUpperCase()} ${score}${role ? ` by ${role.replaceAll("_", " ")}` : ""}`,
  );
  const happened = events.map(({ kind, note, on }) => `${note ?? kind.replaceAll("_", " ")} (${dayShort(on)})`);
  return [...answers, ...happened].join("; ") || "None";
}

/** "decides by 14 Jan 2027, in 45 d"; a date that has passed says so. */
export function decideWords(decideBy: Day | null, today: Day): string {
  return decideBy ? `${dayText(decideBy)}, ${untilText(today, decideBy)}` : "locked in";
}

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? "no" : countText(count)} ${count === 1 ? one : many}`;
}
