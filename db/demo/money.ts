import type { Blueprint } from "./blueprint";
import { valueAt } from "./curve";
import { line } from "./line";
import { randomOf } from "./prng";
import { termOn } from "./terms";
import { dayText } from "./window";

export const INVOICE_COLUMNS =
  "account_id, external_id, issued_on, due_on, paid_on, amount_cents, currency, disputed, recorded_at";
export const CONTRACT_COLUMNS =
  "account_id, external_id, starts_on, ends_on, arr_cents, currency, seats, auto_renew, notice_days, recorded_at";

/** Invoices by month or quarter, paid in time as often over a year as the latent path says. */
export function invoiceRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 14);
  const [step, kept] = account.billing === "monthly" ? [30.4375, 12] : [91.3125, 4];
  const paid: boolean[] = [];
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  const first = Math.max(from + random.int(0, 12), account.customerSince);
  let rows = "";
  for (let count = 0; ; count++) {
    const issued = Math.round(first + count * step);
    if (issued > last) break;
    const due = issued + 30;
    const target = valueAt(account.onTime, due);
    const inYear = paid.slice(-(kept - 1));
    const ratio = (inYear.filter(Boolean).length + 1) / (inYear.length + 1);
    const inTime = ratio <= target + 0.5 / kept;
    paid.push(inTime);
    const paidOn = inTime ? due - random.int(1, 18) : due + random.int(target < 0.8 ? 14 : 4, target < 0.8 ? 48 : 16);
    const term = termOn(account, issued);
    rows += line(
      account.id,
      `i-${account.id}-${count + 1}`,
      dayText(issued),
      dayText(due),
      paidOn <= to ? dayText(paidOn) : null,
      Math.round((term.arrCents * step) / 365.25),
      account.currency,
      !inTime && random.chance(0.06),
      `${dayText(issued)} 05:00:00+00`,
    );
  }
  return rows;
}

/** The chain of contracts, each following the one before. */
export function contractRows(account: Blueprint): string {
  let rows = "";
  for (const [index, term] of account.terms.entries()) {
    rows += line(
      account.id,
      `k-${account.id}-${index + 1}`,
      dayText(term.startsOn),
      dayText(term.endsOn),
      term.arrCents,
      account.currency,
      term.seats,
      account.autoRenew,
      account.noticeDays,
      `${dayText(term.startsOn)} 05:00:00+00`,
    );
  }
  return rows;
}
