import { at } from "./at";
import type { Blueprint, Term } from "./blueprint";

/** The contract in force on a day; before the first the first, after the last the last. */
export function termOn(account: Blueprint, day: number): Term {
  for (const term of account.terms) if (day <= term.endsOn) return term;
  return at(account.terms, -1);
}

export function seatsOn(account: Blueprint, day: number): number {
  return termOn(account, day).seats;
}
