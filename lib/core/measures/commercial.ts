import type { Measure } from "./measure";
import { NONE } from "./reading";
import { countOf, ratioOfGains, stateOf, trendOf } from "./shapes";

/** How late they pay now: days past due of the oldest undisputed unpaid invoice, in days; 0 within 15 days of grace
 * and where nothing is owed. Source: invoices. */
export const overdueDays: Measure = {
  key: "overdue_days",
  name: "Days overdue",
  family: "commercial",
  unit: "days",
  direction: "lower",
  feed: "invoices",
  window: null,
  freshness: 35,
  definition: "Days past due of the oldest unpaid, undisputed invoice; the first 15 days count as 0.",
  read: (slices) => countOf(slices, "overdue_days"),
};

/** How they paid: 100 × invoices paid by their due day / undisputed invoices that fell due in the window, in %. None
 * where none fell due. Source: invoices. */
export const onTimePayment: Measure = {
  key: "on_time_payment",
  name: "On-time payment",
  family: "commercial",
  unit: "%",
  direction: "higher",
  feed: "invoices",
  window: 365,
  freshness: 35,
  definition: "Undisputed invoices that fell due in the window and were paid by their due day, in percent.",
  read: (slices, window) => ratioOfGains(slices, "invoices_on_time", "invoices_due", window, 100),
};

/** How long until the customer must decide: decide-by date − as-of day, in days, of the earliest contract in force.
 * None once locked in or without a contract. Source: contracts. */
export const daysToDecideBy: Measure = {
  key: "days_to_decide_by",
  name: "Days to decide-by",
  family: "commercial",
  unit: "days",
  direction: "higher",
  feed: "contracts",
  window: null,
  freshness: 35,
  definition: "Days until the earliest date by which the customer must decide on a contract in force.",
  read: (slices) => slices.column("decide_by", 0).map((day) => (Number.isNaN(day) ? NONE : day - slices.asOf)),
};

/** Whether the contract grows: ARR in force today against a window ago, in %. Missing where there was none then, or a
 * currency has no rate. Source: contracts. */
export const arrChange: Measure = {
  key: "arr_change",
  name: "ARR change",
  family: "commercial",
  unit: "%",
  direction: "higher",
  feed: "contracts",
  window: 365,
  freshness: 35,
  signed: true,
  definition: "Annual recurring revenue in force today against the start of the window, in percent.",
  read: (slices, window) => trendOf(stateOf(slices, "arr_cents"), stateOf(slices, "arr_cents", window)),
};

/** How often they stayed: outcomes renewed or expanded, effective by the as-of day, ever, a count; nothing is 0.
 * Source: outcomes. */
export const renewalsCompleted: Measure = {
  key: "renewals_completed",
  name: "Renewals completed",
  family: "commercial",
  unit: "count",
  direction: "higher",
  feed: "outcomes",
  window: null,
  freshness: 35,
  definition: "Contracts that the customer renewed or expanded so far.",
  read: (slices) => countOf(slices, "renewals"),
};
