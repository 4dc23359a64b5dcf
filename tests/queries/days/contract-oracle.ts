import { addDays, addMonths, type Day, daysBetween } from "@/lib/core/calendar";

export type Contract = {
  account_id: number;
  starts_on: Day;
  ends_on: Day | null;
  arr_cents: number;
  currency: string;
  seats: number | null;
  auto_renew: boolean;
  notice_days: number;
};
export type Outcome = { account_id: number; kind: string; effective_on: Day };
export type Rate = { currency: string; day: Day; rate: number };

/** Whether a contract is in force on a day, term after term where it renews itself. */
export function isInForce(contract: Contract, day: Day, contracts: Contract[], outcomes: Outcome[]): boolean {
  const { starts_on, ends_on, auto_renew } = contract;
  if (day < starts_on || (ends_on !== null && ends_on < starts_on)) return false;
  if (outcomes.some((o) => o.kind === "churned" && o.effective_on > starts_on && o.effective_on <= day)) return false;
  if (ends_on === null || day <= ends_on) return true;
  const isFollowed = contracts.some(
    (next) => next.starts_on > starts_on && daysBetween(next.starts_on, ends_on) <= 30 && next.starts_on <= day,
  );
  return auto_renew && !isFollowed;
}

/** The day by which a contract in force on a day must be decided. */
export function decideByOf({ starts_on, ends_on, auto_renew, notice_days }: Contract, day: Day): Day | null {
  const term = ends_on === null ? null : daysBetween(starts_on, ends_on) + 1;
  if (ends_on === null || term === null || term <= 31) {
    for (let k = 1; ; k++) if (addMonths(starts_on, k) >= day) return addMonths(starts_on, k);
  }
  if (!auto_renew) return ends_on;
  let months: number | null = null;
  for (let k = 1; addMonths(starts_on, k) <= addDays(ends_on, 1); k++)
    if (addMonths(starts_on, k) === addDays(ends_on, 1)) months = k;
  for (let k = 1; ; k++) {
    const end = months === null ? addDays(starts_on, term * k - 1) : addDays(addMonths(starts_on, months * k), -1);
    if (end < day) continue;
    const decide = addDays(end, -notice_days);
    return decide >= day ? decide : null;
  }
}

/** Seats, ARR and decide-by day of one account's contracts as of a day. */
export function contractsAsOf(day: Day, contracts: Contract[], outcomes: Outcome[], rates: Rate[], currency: string) {
  const inForce = contracts.filter((contract) => isInForce(contract, day, contracts, outcomes));
  const amounts = inForce.map((contract) => {
    if (contract.currency === currency) return contract.arr_cents;
    const known = rates
      .filter((rate) => rate.currency === contract.currency && rate.day <= contract.starts_on)
      .sort((a, b) => (a.day < b.day ? 1 : -1));
    return known[0]
      ? Math.round(Number((contract.arr_cents * (contract.currency === "JPY" ? 100 : 1) * known[0].rate).toFixed(6)))
      : null;
  });
  const decisions = inForce.map((contract) => decideByOf(contract, day)).filter((decision) => decision !== null);
  return {
    inForce: inForce.length,
    seats: inForce.reduce((sum, contract) => sum + (contract.seats ?? 0), 0),
    arr_cents: amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
    decide_by: decisions.sort()[0] ?? null,
  };
}
