import { at } from "./at";
import type { Blueprint, Tone } from "./blueprint";
import { toneOf } from "./tone";

/** The band that people saw an account in on a day, by its cards. */
export function toneOn({ cards }: Blueprint, day: number): Tone {
  const known = cards.filter((card) => card.day <= day);
  return toneOf((known.length > 0 ? at(known, -1) : at(cards, 0)).answers);
}
