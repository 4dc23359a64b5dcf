import "server-only";
import type { Day } from "@/lib/core/calendar";
import { bandWord } from "@/lib/core/notices/words";
import { moneyShort, untilText } from "@/lib/format";

/** What a line about an account needs to know of it. */
export interface AccountFacts {
  slug: string;
  name: string;
  /** 0 no score, 1 red, 2 yellow, 3 green. */
  tone: number;
  band: string | null;
  arrCents: number | null;
  decideBy: Day | null;
}

interface Place {
  today: Day;
  currency: string;
}

/** A shape for each tone, beside the word: also where colours do not show. */
const MARKS = ["○", "■", "▲", "●"];

/** The parts of "■ Red · Northwind Freight · $412k · 58 d"; what happened stands after it. Control characters that turn the
 * direction of text are taken out of names. */
export function accountParts(facts: AccountFacts, { today, currency }: Place): string[] {
  return [
    `${MARKS[facts.tone] ?? MARKS[0]} ${facts.tone > 0 ? bandWord(facts.band ?? "") : "No score"}`,
    plainText(facts.name),
    moneyShort(facts.arrCents, currency),
    untilText(today, facts.decideBy),
  ];
}

/** Text from outside as it may stand in a line that is sent: one line, no control or direction characters. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}
