import { at } from "./at";
import type { Blueprint, Term } from "./blueprint";

/** The contract in force on a day; before the first the first, after the last the last. */
export function termOn(account: Blueprint, day: number): Term {
  for (const term of account.terms) if (day <= term.endsOn) return term;
  return at(account.terms, -1);
}

const GROWING = 120;
const SHRINKING = 140;

/** The seats that people really fill from: bought ones fill up over four months, those given up empty over the last months of the term. */
export function filledSeats(account: Blueprint, day: number): number {
  for (const [index, term] of account.terms.entries()) {
    const next = account.terms[index + 1];
    const previous = account.terms[index - 1];
    if (day > term.endsOn && next) continue;
    const since = day - term.startsOn;
    if (previous && previous.seats < term.seats && since < GROWING)
      return previous.seats + ((term.seats - previous.seats) * Math.max(0, since)) / GROWING;
    const left = term.endsOn + 1 - day;
    if (next && next.seats < term.seats && left < SHRINKING)
      return next.seats + ((term.seats - next.seats) * Math.max(0, left)) / SHRINKING;
    return term.seats;
  }
  return seatsOn(account, day);
}

export function seatsOn(account: Blueprint, day: number): number {
  return termOn(account, day).seats;
}
