import { at } from "./at";
import type { Answers, Blueprint } from "./blueprint";
import { contactsOf } from "./contacts";
import { valueAt } from "./curve";
import { line } from "./line";
import { randomOf } from "./prng";
import { answersOn } from "./scorecards";
import { instantText } from "./window";

export const TOUCHPOINT_COLUMNS =
  "account_id, external_id, at, kind, two_way, attended, response_hours, with_executive, alignment, contact_external_id, summary, recorded_at";

const EVERY = { Enterprise: 11, "Mid-market": 15, SMB: 19 } as const;

/** Meetings in the cadence of the segment, attended as often as the latent path says; mails between them; programmes. */
export function touchpointRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 13);
  const contacts = contactsOf(account);
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  const every = EVERY[account.segment];
  let rows = "";
  let number = 0;
  let owed = 0.4;
  let review = random.int(10, 80);
  let executive = random.int(0, 30);
  const write = (day: number, fields: (string | number | boolean | null)[]) => {
    const at = instantText(day, random.int(450, 900));
    rows += line(account.id, `p-${account.id}-${++number}`, at, ...fields, at);
  };
  const withWhom = (day: number) => {
    const there = contacts.filter((contact) => contact.from <= day && (contact.to === null || contact.to > day));
    if (there.length === 0) return null;
    return (random.chance(0.5) ? at(there, 0) : random.pick(there)).externalId;
  };
  const begin = Math.max(from, account.customerSince);
  for (let day = begin + random.int(1, every); day <= last; ) {
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday === 0 || weekday === 6) {
      day += weekday === 6 ? 2 : 1;
      continue;
    }
    const answers = answersOn(account, day);
    owed += valueAt(account.attendance, day);
    const attended = owed >= 1;
    if (attended) owed -= 1;
    review -= every;
    const isReview = review <= 0;
    if (isReview) review += 91;
    const isNew = day - account.customerSince < 75;
    const kind = isReview
      ? "qbr"
      : isNew && random.chance(0.6)
        ? "training"
        : random.pick(["check_in", "check_in", "call", "training"]);
    executive += every;
    const withExecutive = attended && (answers[1] === "active" || answers[1] === "n/a") && (isReview || executive > 70);
    if (withExecutive) executive = 0;
    const alignment = isReview && attended ? alignmentOf(answers) : null;
    write(day, [
      kind,
      attended,
      attended,
      null,
      withExecutive,
      alignment,
      attended ? withWhom(day) : null,
      summaryOf(kind, attended, alignment),
    ]);
    if (random.chance(0.55)) {
      const answered = random.chance(0.25 + 0.7 * valueAt(account.attendance, day));
      const hours = answered
        ? Math.round(10 * (4 + 60 * (1 - valueAt(account.mood, day)) * random.between(0.5, 1.6))) / 10
        : null;
      const mailDay = Math.min(last, day + random.int(1, Math.max(2, every - 6)));
      write(mailDay, ["email", answered, null, hours, false, null, answered ? withWhom(mailDay) : null, null]);
    }
    if (random.chance(0.05 * account.depth))
      write(Math.min(last, day + 2), ["program", true, true, null, false, null, withWhom(day), "User group"]);
    day += Math.max(5, Math.round(every * random.between(0.75, 1.25)));
  }
  return rows;
}

function alignmentOf([champion, executive, narrative]: Answers): string {
  const worst = Number(champion === "missing") + Number(executive === "none") + Number(narrative === "missing");
  return worst >= 2 ? "misaligned" : champion === "active" && worst === 0 ? "aligned" : "drifting";
}

function summaryOf(kind: string, attended: boolean, alignment: string | null): string | null {
  if (!attended) return "They did not come";
  if (alignment === "misaligned") return "Goals no longer agree";
  if (alignment === "drifting") return "Benefits named, not measured";
  if (alignment === "aligned") return "Results reviewed, next goals agreed";
  return kind === "training" ? "Team training" : null;
}
