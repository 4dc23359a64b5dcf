import { addMonths, dayNumber, daysInMonth, type Month, monthOf } from "@/lib/core/calendar";
import { at } from "./at";
import type { Answers, Blueprint } from "./blueprint";
import { line } from "./line";
import { dayText } from "./window";

export const SCORECARD_COLUMNS =
  "account_id, period, version, champion, executive, outcome, champion_note, executive_note, outcome_note, author_id, recorded_as, submitted_on, recorded_at";

/** The answers of the account manager in force on a day, by the script. */
export function answersOn(account: Blueprint, day: number): Answers {
  let answers = at(account.cards, 0).answers;
  for (const change of account.cards) if (change.day <= day) answers = change.answers;
  return answers;
}

/** The day of a month on which an account's card is submitted: a weekday between the 15th and the 27th. */
export function cardDay(accountId: number, month: Month): number {
  const first = dayNumber(`${month}-01`);
  const day =
    first +
    Math.min(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))), 17 + ((accountId * 7) % 11)) -
    1;
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 6 ? day - 1 : weekday === 0 ? day - 2 : day;
}

type Card = { month: Month; version: number; day: number; answers: Answers; note: string | null };

/** Every card of an account: the month's, and more versions where an answer changed on a day of its own. */
export function cardsOf(account: Blueprint, from: number, to: number): Card[] {
  const cards: Card[] = [];
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1, (account.cardsEnd ?? to + 1) - 1);
  const begin = Math.max(from, account.customerSince + 7);
  for (
    let month = monthOf(dayText(begin));
    dayNumber(`${month}-01`) <= last;
    month = monthOf(addMonths(`${month}-01`, 1))
  ) {
    const days = account.cards
      .filter((change) => change.exact && monthOf(dayText(change.day)) === month)
      .map(({ day }) => day);
    const regular = Math.max(cardDay(account.id, month), begin);
    if (!days.some((day) => day <= regular)) days.push(regular);
    days.sort((a, b) => a - b);
    let version = 0;
    for (const day of days) {
      if (day < begin || day > last) continue;
      const note = account.cards.find((change) => change.day === day)?.note ?? null;
      cards.push({ month, version: ++version, day, answers: answersOn(account, day), note });
    }
    const isSlip = (account.id * 31 + cards.length) % 53 === 0 && version === 1;
    const card = cards.at(-1);
    if (isSlip && card && card.day + 2 <= last) {
      cards.push({ ...card, version: 2, day: card.day + 2, note: "Corrected after the call: wording only" });
    }
  }
  return cards;
}

const NOTES: Record<string, readonly string[]> = {
  "champion active": [
    "Named, spoke for us in the steering round",
    "Presented our numbers to the board",
    "Asked us to join their planning",
  ],
  "champion at_risk": ["Silent for two months", "Moving to another division", "Losing say after the reorganisation"],
  "champion missing": ["Left the company, no successor named", "Nobody speaks for us", "Unknown since the merger"],
  "executive active": ["COO in the last review", "Budget owner met this quarter", "Sponsor called us in"],
  "executive lapsed": ["Last met four months ago", "Sent a deputy twice", "Review moved again"],
  "executive none": ["Never met the new CFO", "No sponsor since spring", "No one above team lead"],
  "executive n/a": ["No executive sponsor in this segment"],
  "outcome defensible": [
    "States 14% less handling time, shared in the all-hands",
    "Case study signed off by finance",
    "Saved 2 full-time posts, told the board",
  ],
  "outcome in_development": [
    "Target agreed, first measurement next quarter",
    "Baseline taken, no result yet",
    "Goal set, data still to come",
  ],
  "outcome missing": ["No agreed target", "Cannot say what it bought", "Goal dropped with the sponsor"],
};

export function scorecardRows(account: Blueprint, from: number, to: number): string {
  let rows = "";
  for (const { month, version, day, answers, note } of cardsOf(account, from, to)) {
    const change = account.cards.filter((other) => other.day <= day).length + account.id;
    const [champion, executive, outcome] = answers;
    const noteOf = (key: string) => at(NOTES[key] ?? [], change % (NOTES[key]?.length ?? 1));
    rows += line(
      account.id,
      month,
      version,
      champion,
      executive,
      outcome,
      note ?? noteOf(`champion ${champion}`),
      noteOf(`executive ${executive}`),
      noteOf(`outcome ${outcome}`),
      account.amId,
      "owner",
      dayText(day),
      `${dayText(day)} ${String(8 + (account.id % 8)).padStart(2, "0")}:${String((account.id * 13 + version) % 60).padStart(2, "0")}:00+00`,
    );
  }
  return rows;
}
