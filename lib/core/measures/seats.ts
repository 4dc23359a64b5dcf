import type { Measure, Slices } from "./measure";
import { MISSING } from "./reading";
import { ratioOf, stateOf, trendOf } from "./shapes";

/** How many of the seats anybody used: 100 × distinct users of 28 days / seats, in %. Missing where the source gives
 * no distinct users or no usage row came within the window; none without seats. Source: usage_days, contracts. */
export const seatUse: Measure = {
  key: "seat_use",
  name: "Seat use",
  family: "commercial",
  unit: "%",
  direction: "higher",
  feed: "usage_days",
  alsoFeed: "contracts",
  window: 28,
  freshness: 3,
  definition: "Distinct users of the last 28 days, as the source counts them, divided by the seats in force.",
  read: (slices, window) => seatUseOf(slices, window, 0),
};

/** Whether more or fewer seats are used: seat use today against seat use a window ago, in %. Missing where the
 * earlier one is missing, none or 0; none without seats today. Source: usage_days, contracts. */
export const seatUseTrend: Measure = {
  key: "seat_use_trend",
  name: "Seat use trend",
  family: "commercial",
  unit: "%",
  direction: "higher",
  feed: "usage_days",
  alsoFeed: "contracts",
  window: 90,
  freshness: 3,
  signed: true,
  definition: "Seat use today against seat use at the start of the window, in percent of it.",
  read: (slices, window) => trendOf(seatUseOf(slices, window, 0), seatUseOf(slices, window, window)),
};

/** 100 × distinct users / seats as of a day, where a usage row came within the window to that day. */
function seatUseOf(slices: Slices, window: number, daysBack: number): Float64Array {
  const lastRow = slices.column("last_usage_day", daysBack);
  const before = slices.asOf - daysBack - window;
  const recent = stateOf(slices, "distinct_users", daysBack).map((distinct, account) =>
    (lastRow[account] as number) > before ? distinct : MISSING,
  );
  return ratioOf(recent, stateOf(slices, "seats", daysBack), 100);
}
