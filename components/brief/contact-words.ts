import { REVIEW_NAMES, type ReviewKind } from "@/components/work/review-names";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayText, untilText } from "@/lib/format";

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

/** "decides by 14 Jan 2027, in 45 d"; a date that has passed says so. */
export function decideWords(decideBy: Day | null, today: Day): string {
  return decideBy ? `${dayText(decideBy)}, ${untilText(today, decideBy)}` : "locked in";
}
