import "server-only";
import { around, dayIn, type Feed, happened, held } from "./piece";

const HALVES = "case x.severity when 'critical' then 16 when 'high' then 8 when 'normal' then 2 else 1 end";

/** Tickets, opened, open and closed. One closed before it was opened (a source's clock) closes on the day it was opened. */
export const tickets: Feed = (scope) => {
  const opened = dayIn(scope, "x.opened_at");
  const closed = `greatest(${dayIn(scope, "x.closed_at")}, case when x.closed_at is not null then ${opened} end)`;
  const edges = `(select * from tickets where opened_at < ${scope.before}
    and (opened_at > ${scope.after} or closed_at > ${scope.fresh})) x`;
  return [
    happened(scope, around(scope, "tickets", "opened_at"), opened, {
      tickets_opened: "1",
      escalations: "x.escalated::int",
    }),
    held(scope, edges, opened, closed, {
      open_tickets: "1",
      open_severity: HALVES,
      // In local time, as a day ends then: an age counts to the end of a day.
      open_since_minutes: `floor(extract(epoch from x.opened_at at time zone ${scope.zone}) / 60)::int8`,
    }),
    happened(scope, edges, closed, {
      csat_n: "(x.csat is not null)::int",
      csat_sum: "x.csat",
      resolution_minutes: "greatest(floor(extract(epoch from x.closed_at - x.opened_at) / 60), 0)::int8",
    }),
  ];
};
