import "server-only";
import { around, dayIn, type Feed, happened } from "./piece";

const MEETING = "x.kind in ('qbr', 'check_in', 'training', 'call') and x.attended is not null";
// What no customer takes to answer is a fault of the source, and would overflow the counter.
const RESPONDED = "(x.response_hours >= 0 and x.response_hours < 100000)";
const ALIGNMENT = "case x.alignment when 'aligned' then 0 when 'drifting' then 1 when 'misaligned' then 2 end";

/** Touchpoints, meetings and reviews; of two reviews at the same moment the worse one stands. */
export const touchpoints: Feed = (scope) => {
  const day = dayIn(scope, "x.at");
  return [
    happened(scope, around(scope, "touchpoints", "at"), day, {
      two_way_touches: "x.two_way::int",
      last_two_way_day: `case when x.two_way then ${day} end`,
      last_executive_day: `case when x.with_executive then ${day} end`,
      executive_touches: "x.with_executive::int",
      meetings_planned: `(${MEETING})::int`,
      meetings_attended: `(${MEETING} and x.attended)::int`,
      response_n: `${RESPONDED}::int`,
      response_minutes: `case when ${RESPONDED} then round(x.response_hours * 60)::int end`,
      programme_touches: "(x.kind = 'program' and x.attended)::int",
      alignment: `(extract(epoch from x.at) * 1000000)::int8 * 4 + ${ALIGNMENT}`,
    }),
  ];
};
