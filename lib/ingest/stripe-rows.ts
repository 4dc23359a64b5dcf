import type { Day } from "@/lib/core/calendar";
import type { SourceRow } from "./read-rows";
import type { StripeInvoice, StripeSubscription } from "./stripe-event";

/** Stripe's own decimals (docs.stripe.com/currencies): ISK and UGX keep two there, whatever their minor unit is. */
const WHOLE = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const THOUSANDTHS = new Set("bhd jod kwd omr tnd".split(" "));
const PER_YEAR = { day: 365, week: 52, month: 12, year: 1 };

type DayOf = (at: Date) => Day;

/** An amount of Stripe's in major units: majorAmount(1050, "usd") → "10.5", majorAmount(1050, "jpy") → "1050". */
export function majorAmount(amount: number, currency: string): string {
  const digits = WHOLE.has(currency) ? 0 : THOUSANDTHS.has(currency) ? 3 : 2;
  return String(Number((amount / 10 ** digits).toFixed(6)));
}

/** An invoice as a row of invoices, "void" where it is owed no more, null where it is not owed yet or asks for nothing. */
export function invoiceRow(invoice: StripeInvoice, account: string, dayOf: DayOf): SourceRow | "void" | null {
  const { status, status_transitions: moments, due_date: due, currency, metadata } = invoice;
  if (status === "void" || status === "deleted") return "void";
  if (!status || status === "draft" || invoice.total === 0) return null;
  const issuedOn = day(moments?.finalized_at ?? invoice.created, dayOf);
  const dueOn = due ? day(due, dayOf) : issuedOn;
  return {
    line: 1,
    cells: {
      account_id: account,
      id: invoice.id,
      issued_on: issuedOn,
      due_on: dueOn < issuedOn ? issuedOn : dueOn,
      paid_on: status === "paid" ? day(moments?.paid_at ?? moments?.finalized_at ?? invoice.created, dayOf) : "",
      amount: majorAmount(invoice.total, currency),
      currency: currency.toUpperCase(),
      // A dispute belongs to a charge and does not name the invoice; whoever settles it may mark the invoice.
      disputed: metadata?.disputed === undefined ? "" : String(metadata.disputed === "true"),
    },
  };
}

/** A subscription as a contract: one row for each paid period, so that its term is the period and each renewal is a contract
 * of its own. Null while it is on trial, not yet paid or paused. */
export function contractRow(subscription: StripeSubscription, account: string, dayOf: DayOf): SourceRow | null {
  const { status, items, currency, ended_at: ended, cancel_at: cancels } = subscription;
  if (["trialing", "incomplete", "incomplete_expired", "paused"].includes(status)) return null;
  const [first] = items.data;
  const from = first?.current_period_start ?? subscription.current_period_start ?? subscription.start_date;
  const to = first?.current_period_end ?? subscription.current_period_end;
  const startsOn = day(from, dayOf);
  const periodEnd = to ? dayBefore(day(to, dayOf)) : "";
  const over = ended ?? (subscription.cancel_at_period_end ? null : cancels);
  const endsOn = over ? earlier(day(over, dayOf), periodEnd) : periodEnd;
  const yearly = items.data.reduce((sum, { price, quantity }) => {
    const { interval, interval_count: count } = price.recurring ?? { interval: "year" as const, interval_count: 1 };
    const unit = Number(price.unit_amount_decimal ?? price.unit_amount ?? 0);
    return sum + (unit * (quantity ?? 0) * PER_YEAR[interval]) / count;
  }, 0);
  const seats = Math.max(0, ...items.data.map(({ quantity }) => quantity ?? 0));
  return {
    line: 1,
    cells: {
      account_id: account,
      id: `${subscription.id}:${startsOn}`,
      starts_on: startsOn,
      ends_on: endsOn && endsOn < startsOn ? startsOn : endsOn,
      arr: majorAmount(Math.round(yearly), currency),
      currency: currency.toUpperCase(),
      seats: seats > 0 ? String(seats) : "",
      auto_renew: String(status !== "canceled" && !subscription.cancel_at_period_end && !cancels && !ended),
    },
  };
}

const day = (seconds: number, dayOf: DayOf) => dayOf(new Date(seconds * 1000));
const earlier = (one: Day, other: Day | "") => (other && other < one ? other : one);

/** Stripe's period ends where the next begins; a contract's last day is the day before. */
function dayBefore(date: Day): Day {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
