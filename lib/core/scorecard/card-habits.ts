/** What a person's cards look like, in counts. */
export type CardCounts = {
  /** Accounts with a card in each of the last six months, and those of them whose three answers never changed. */
  longRunning: number;
  neverChanged: number;
  /** Cards in force, and those of them that come to green. */
  inForce: number;
  green: number;
  /** The most cards of the month that were filed within 30 seconds, and those of them that say what the account's card before
   * said: "confirm all unchanged" files those at once, as it should. */
  burst: number;
  burstAsBefore: number;
};

/** Months without a change of any answer that count as never. */
export const STEADY_MONTHS = 6;
/** Seconds within which cards count as filed at once. */
export const BURST_SECONDS = 30;
/** Below this many accounts nothing is said of a book. */
const LEAST_ACCOUNTS = 8;
const STEADY_SHARE = 0.8;
const BURST_CARDS = 10;

/** What stands out in how a person files cards, as facts for their manager and no verdict: answers that never change (four in
 * five accounts for six months), a book that is all green, and ten or more cards filed within 30 seconds, with how many
 * of them say what the card before said. Nothing is said of fewer than eight accounts.
 * @example habitsOf({ longRunning: 10, neverChanged: 8, inForce: 10, green: 9, burst: 9, burstAsBefore: 0 }) // → ["8 of 10 accounts: no answer changed in 6 months"]
 * @example habitsOf({ longRunning: 7, neverChanged: 7, inForce: 8, green: 8, burst: 12, burstAsBefore: 11 }) // → ["All 8 cards are green", "12 cards filed within 30 seconds, 11 of them as on the card before"]
 * @example habitsOf({ longRunning: 0, neverChanged: 0, inForce: 7, green: 7, burst: 0, burstAsBefore: 0 }) // → [] */
export function habitsOf({ longRunning, neverChanged, inForce, green, burst, burstAsBefore }: CardCounts): string[] {
  const isSteady = longRunning >= LEAST_ACCOUNTS && neverChanged / longRunning >= STEADY_SHARE;
  return [
    ...(isSteady ? [`${neverChanged} of ${longRunning} accounts: no answer changed in ${STEADY_MONTHS} months`] : []),
    ...(inForce >= LEAST_ACCOUNTS && green === inForce ? [`All ${inForce} cards are green`] : []),
    ...(burst >= BURST_CARDS ? [burstText(burst, burstAsBefore)] : []),
  ];
}

function burstText(cards: number, asBefore: number): string {
  const share = asBefore === 0 ? "none" : asBefore === cards ? "all" : `${asBefore} of them`;
  return `${cards} cards filed within ${BURST_SECONDS} seconds, ${share} as on the card before`;
}
