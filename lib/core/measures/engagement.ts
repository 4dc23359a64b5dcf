import type { Measure } from "./measure";
import { NONE } from "./reading";
import { daysSince, gainOf, ratioOfGains } from "./shapes";

/** How long the customer has been silent: as-of day − day of the latest two-way touchpoint, in days; from
 * customer_since where there never was one. Source: touchpoints. */
export const daysSinceTwoWay: Measure = {
  key: "days_since_two_way",
  name: "Days since two-way contact",
  family: "engagement",
  unit: "days",
  direction: "lower",
  feed: "touchpoints",
  window: null,
  freshness: 7,
  sinceCustomer: true,
  definition:
    "Days since the latest touchpoint in which the customer answered; since the start as a customer where there was none.",
  read: (slices) => daysSince(slices, "last_two_way_day"),
};

/** Whether they come: 100 × attended / QBRs, check-ins, trainings and calls whose attendance is known, in %. None
 * where none was held. Source: touchpoints. */
export const meetingAttendance: Measure = {
  key: "meeting_attendance",
  name: "Meeting attendance",
  family: "engagement",
  unit: "%",
  direction: "higher",
  feed: "touchpoints",
  window: 90,
  freshness: 7,
  definition:
    "QBRs, check-ins, trainings and calls of the window that the customer attended, of those whose attendance is known.",
  read: (slices, window) => ratioOfGains(slices, "meetings_attended", "meetings_planned", window, 100),
};

/** How fast they answer: mean of the response times of the window, in hours. None where no touchpoint has one.
 * Source: touchpoints. */
export const responseHours: Measure = {
  key: "response_hours",
  name: "Response time",
  family: "engagement",
  unit: "hours",
  direction: "lower",
  feed: "touchpoints",
  window: 60,
  freshness: 7,
  definition: "Mean hours the customer took to respond, over the touchpoints of the window with a response time.",
  read: (slices, window) => ratioOfGains(slices, "response_minutes", "response_n", window, 1 / 60),
};

/** How long since one of their executives took part: as-of day − day of the latest touchpoint with an executive, in
 * days; from customer_since where there never was one. Source: touchpoints. */
export const daysSinceExecutive: Measure = {
  key: "days_since_executive",
  name: "Days since executive contact",
  family: "engagement",
  unit: "days",
  direction: "lower",
  feed: "touchpoints",
  window: null,
  freshness: 7,
  sinceCustomer: true,
  definition:
    "Days since the latest touchpoint with an executive of the customer; since the start as a customer where there was none.",
  read: (slices) => daysSince(slices, "last_executive_day"),
};

/** Whether they take part in programmes (advisory board, community, beta): programme touchpoints attended in the
 * window, a count; nothing is 0. Source: touchpoints. */
export const programmeParticipation: Measure = {
  key: "programme_participation",
  name: "Programme participation",
  family: "engagement",
  unit: "count",
  direction: "higher",
  feed: "touchpoints",
  window: 180,
  freshness: 7,
  definition: "Programme touchpoints that the customer attended in the window.",
  read: (slices, window) => gainOf(slices, "programme_touches", window),
};

/** What the latest review found: aligned, drifting or misaligned, a level. None where no review says. Source:
 * touchpoints. */
export const reviewAlignment: Measure = {
  key: "review_alignment",
  name: "Review alignment",
  family: "engagement",
  unit: "level",
  direction: "level",
  feed: "touchpoints",
  window: null,
  freshness: 7,
  levels: ["aligned", "drifting", "misaligned"],
  definition: "How far the customer's goals and ours agreed in the latest review.",
  read: (slices) => slices.column("alignment", 0).map((level) => (Number.isNaN(level) ? NONE : level)),
};
