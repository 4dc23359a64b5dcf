import type { Day, Month } from "@/lib/core/calendar";
import { dueOn } from "./cycle";
import type { GridRow } from "./grid-row";

type Owed = Pick<GridRow, "cardDueOn" | "handedOverOn"> & { card: unknown };

/** Whether a row owes a card by a day on which cards are due: not where its card is due later, once a quarter. A card that was
 * given counts, and an account that came from somebody else is to be confirmed again.
 * @example isOwed({ card: null, cardDueOn: "2027-02-28", handedOverOn: null }, "2026-11-30") // → false
 * @example isOwed({ card: null, cardDueOn: null, handedOverOn: null }, "2026-11-30") // → true */
export function isOwed({ card, cardDueOn, handedOverOn }: Owed, due: Day): boolean {
  return card !== null || handedOverOn !== null || cardDueOn === null || cardDueOn <= due;
}

/** How many cards of a month are due among rows, and how many of them are confirmed by who answers for them now.
 * @example monthTally([{ card: {}, cardDueOn: "2026-12-31", handedOverOn: null }, { card: null, cardDueOn: "2026-11-30", handedOverOn: null }], "2026-11", 31) // → { due: 2, confirmed: 1 } */
export function monthTally(rows: readonly Owed[], period: Month, dueDay: number): { due: number; confirmed: number } {
  const owed = rows.filter((row) => isOwed(row, dueOn(period, dueDay)));
  const confirmed = owed.filter(({ card, handedOverOn }) => card !== null && handedOverOn === null);
  return { due: owed.length, confirmed: confirmed.length };
}
