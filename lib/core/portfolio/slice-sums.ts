import type { Dimension, Sliced } from "./measure-sums";

/** What the tiles and the ladder of renewals know of an account. Days are numbers; null is unknown. */
export type Standing = Sliced & {
  /** 0 no score, 1 red, 2 yellow, 3 green. */
  tone: number;
  arrCents: number | null;
  decideBy: number | null;
  isHiddenRisk: boolean;
  /** Its scorecard has expired. */
  isStale: boolean;
};
/** Accounts of a slice that share a kind, and what those with an exchange rate are worth. */
export type KindSum = {
  dimension: Dimension;
  value: string;
  kind: string;
  accounts: number;
  arrCents: number;
  withoutRate: number;
};

/** Days before the decide-by date from which a renewal is near. */
export const NEAR_DAYS = 90;

/** What of the portfolio's page counts an account, as of a day number: red or measured better than people say; deciding soon and
 * not green; a scorecard that has expired.
 * @example tilesOf({ tone: 1, decideBy: 30, isHiddenRisk: false, isStale: false }, 10) // → ["at_risk", "near_not_green"] */
export function tilesOf(
  { tone, decideBy, isHiddenRisk, isStale }: Pick<Standing, "tone" | "decideBy" | "isHiddenRisk" | "isStale">,
  asOf: number,
): string[] {
  const isNear = decideBy !== null && decideBy >= asOf && decideBy <= asOf + NEAR_DAYS;
  const tiles: string[] = [];
  if (tone === 1 || isHiddenRisk) tiles.push("at_risk");
  if (isNear && tone !== 3) tiles.push("near_not_green");
  if (isStale) tiles.push("stale_card");
  return tiles;
}

/** Accounts by slice and kind; those that are taken out count negatively, and what nothing is left of is left out. */
export function sumSlices<Account extends Standing>(
  kindsOf: (account: Account) => readonly string[],
  added: readonly Account[],
  removed: readonly Account[] = [],
): KindSum[] {
  const sums = new Map<string, KindSum>();
  const add = (account: Account, sign: 1 | -1, kind: string, dimension: Dimension, value: string) => {
    const key = `${dimension}\n${kind}\n${value}`;
    let sum = sums.get(key);
    if (!sum) {
      sum = { dimension, value, kind, accounts: 0, arrCents: 0, withoutRate: 0 };
      sums.set(key, sum);
    }
    sum.accounts += sign;
    if (account.arrCents === null) sum.withoutRate += sign;
    else sum.arrCents += sign * account.arrCents;
  };
  const count = (account: Account, sign: 1 | -1) => {
    for (const kind of kindsOf(account)) {
      add(account, sign, kind, "all", "");
      add(account, sign, kind, "segment", account.segment ?? "");
      add(account, sign, kind, "csm", String(account.csmId ?? ""));
      add(account, sign, kind, "am", String(account.amId ?? ""));
    }
  };
  for (const account of added) count(account, 1);
  for (const account of removed) count(account, -1);
  return [...sums.values()].filter((sum) => sum.accounts || sum.arrCents || sum.withoutRate);
}
