import "server-only";
import { dayIn, type Feed, happened, held } from "./piece";

const HALVES = "case x.severity when 'critical' then 16 when 'high' then 8 when 'normal' then 2 else 1 end";

/** Tickets, opened, open and closed. One closed before it was opened (a source's clock) closes on the day it was opened. */
export const tickets: Feed = (scope) => {
  const opened = dayIn(scope, "x.opened_at");
  const closed = `greatest(${dayIn(scope, "x.closed_at")}, case when x.closed_at is not null then ${opened} end)`;
  return [
    happened(scope, "tickets x", opened, { tickets_opened: "1", escalations: "x.escalated::int" }),
    held(scope, "tickets x", opened, closed, {
      open_tickets: "1",
      open_severity: HALVES,
      // In local time, as a day ends then: an age counts to the end of a day.
      open_since_minutes: `floor(extract(epoch from x.opened_at at time zone ${scope.zone}) / 60)::int8`,
    }),
    happened(scope, "tickets x", closed, {
      csat_n: "(x.csat is not null)::int",
      csat_sum: "x.csat",
      resolution_minutes: "greatest(floor(extract(epoch from x.closed_at - x.opened_at) / 60), 0)::int8",
    }),
  ];
};
