import type { Measure } from "./measure";
import { countOf, gainOf, ratioOf, ratioOfGains } from "./shapes";

const SEATS_FLOOR = 50;

/** What weighs on them now: severity of open tickets (critical 8, high 4, normal 1, low 0.5) summed × 100 /
 * max(seats, 50), per 100 seats. No open ticket is 0; unknown seats count as 50. Source: tickets, contracts. */
export const severityLoad: Measure = {
  key: "severity_load",
  name: "Severity load",
  family: "support",
  unit: "per 100 seats",
  direction: "lower",
  feed: "tickets",
  window: null,
  freshness: 3,
  definition:
    "Open tickets weighed by severity (critical 8, high 4, normal 1, low 0.5) for every 100 seats; fewer than 50 seats count as 50.",
  read: (slices) => {
    const loads = new Float64Array(slices.n);
    const [halves, seats] = [slices.column("open_severity", 0), slices.column("seats", 0)];
    for (let i = 0; i < loads.length; i++) loads[i] = (50 * (halves[i] || 0)) / Math.max(seats[i] || 0, SEATS_FLOOR);
    return loads;
  },
};

/** How long problems last: (hours from opening to closing of tickets closed in the window + hours since opening of
 * open ones) / their number, in hours; closed = opened − rise of open tickets. Ages run to the end of the as-of day.
 * None without tickets. Source: tickets. */
export const resolutionHours: Measure = {
  key: "resolution_hours",
  name: "Resolution time",
  family: "support",
  unit: "hours",
  direction: "lower",
  feed: "tickets",
  window: 90,
  freshness: 3,
  definition:
    "Mean hours from opening to closing of the tickets closed in the window; those still open count with their age.",
  read: (slices, window) => {
    const opened = gainOf(slices, "tickets_opened", window);
    const open = countOf(slices, "open_tickets");
    const openSince = countOf(slices, "open_since_minutes");
    const endMinute = (slices.asOf + 1) * 1440;
    const minutes = gainOf(slices, "resolution_minutes", window).map(
      (resolved, account) => resolved + (open[account] as number) * endMinute - (openSince[account] as number),
    );
    const tickets = countOf(slices, "open_tickets", window).map(
      (before, account) => before + (opened[account] as number),
    );
    return ratioOf(minutes, tickets, 1 / 60);
  },
};

/** How often it went wrong: tickets escalated among those opened in the window, a count; nothing is 0. Source:
 * tickets. */
export const escalations: Measure = {
  key: "escalations",
  name: "Escalations",
  family: "support",
  unit: "count",
  direction: "lower",
  feed: "tickets",
  window: 90,
  freshness: 3,
  definition: "Escalated tickets among those opened in the window.",
  read: (slices, window) => gainOf(slices, "escalations", window),
};

/** How often they ask for help: tickets opened in the window, a count; nothing is 0, which may be calm or silence.
 * Source: tickets. */
export const ticketsOpened: Measure = {
  key: "tickets_opened",
  name: "Tickets opened",
  family: "support",
  unit: "count",
  direction: "lower",
  feed: "tickets",
  window: 90,
  freshness: 3,
  definition: "Tickets that the customer opened in the window.",
  read: (slices, window) => gainOf(slices, "tickets_opened", window),
};

/** How content they are with support: mean CSAT (1–5) of tickets in the window. None where no ticket has one. Source:
 * tickets. */
export const csat: Measure = {
  key: "csat",
  name: "Ticket satisfaction",
  family: "support",
  unit: "score",
  direction: "higher",
  feed: "tickets",
  window: 90,
  freshness: 3,
  definition: "Mean satisfaction, 1 to 5, given for tickets closed in the window.",
  read: (slices, window) => ratioOfGains(slices, "csat_sum", "csat_n", window),
};
