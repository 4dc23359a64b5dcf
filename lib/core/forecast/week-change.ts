/** A renewal's expected ARR now and a week ago, by the same calibration; null then where it had no health. */
export type Then = { accountId: number; nowCents: number; thenCents: number | null };
export type WeekChange = {
  /** Renewals with health on both days. */
  n: number;
  nowCents: number;
  thenCents: number;
  changeCents: number;
  /** Whose expected ARR moved, the most first. */
  movers: { accountId: number; changeCents: number }[];
  withoutThen: number;
};

/** What a week changed in expected ARR, and who moved it; the movers' changes sum to the change.
 * @example weekChange([{ accountId: 7, nowCents: 80, thenCents: 100 }, { accountId: 8, nowCents: 5, thenCents: null }]).changeCents // → -20 */
export function weekChange(renewals: readonly Then[]): WeekChange {
  const known = renewals.flatMap(({ accountId, nowCents, thenCents }) =>
    thenCents === null ? [] : [{ accountId, nowCents, thenCents, changeCents: nowCents - thenCents }],
  );
  const sum = (of: (one: (typeof known)[number]) => number) => known.reduce((total, one) => total + of(one), 0);
  return {
    n: known.length,
    nowCents: sum(({ nowCents }) => nowCents),
    thenCents: sum(({ thenCents }) => thenCents),
    changeCents: sum(({ changeCents }) => changeCents),
    movers: known
      .filter(({ changeCents }) => changeCents !== 0)
      .map(({ accountId, changeCents }) => ({ accountId, changeCents }))
      .sort((a, b) => Math.abs(b.changeCents) - Math.abs(a.changeCents) || a.accountId - b.accountId),
    withoutThen: renewals.length - known.length,
  };
}
