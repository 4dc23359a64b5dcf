import "server-only";
import { type Feed, happened, lowest, within } from "./piece";

/** Invoices on the day they fall due, and the oldest one unpaid. A disputed one counts in neither. */
export const invoices: Feed = (scope) => [
  happened(scope, "(select * from invoices where not disputed) x", "x.due_on", {
    invoices_due: "1",
    invoices_on_time: "(x.paid_on <= x.due_on)::int",
  }),
  // One paid within the grace never shows, so only the late ones are looked at.
  lowest(
    scope,
    "overdue_since",
    `select x.account_id, x.due_on as start, x.paid_on as over, x.due_on - date '1970-01-01' as value
      from closing c join invoices x on x.account_id = c.account_id
      where not x.disputed and x.due_on <= ${scope.to} and coalesce(x.paid_on, 'infinity') > x.due_on + 15
        and coalesce(x.paid_on, 'infinity') > c.from_day and ${within(scope)}`,
  ),
];
