import { type Day, daysBetween } from "@/lib/core/calendar";
import type { BriefSignals, Named } from "@/lib/core/portfolio/brief-signals";
import { countText, dayShort, moneyFull } from "@/lib/format";

/** One subject of the brief and what it says. */
export type BriefLine = { head: string; text: string };

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

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? "no" : countText(count)} ${count === 1 ? one : many}`;
}
