import type { Measure } from "./measure";
import { ratioOf, requiring, trendOf, usageMean } from "./shapes";

/** Whether more or fewer people use it: mean daily active users of the window against the window before, in %. Missing where
 * either window has rows on fewer than half of its days, or the earlier mean is 0. Source: usage_days. */
export const activeUserTrend: Measure = {
  key: "active_user_trend",
  name: "Active-user trend",
  family: "usage",
  unit: "%",
  direction: "higher",
  feed: "usage_days",
  window: 28,
  freshness: 3,
  signed: true,
  definition: "Mean daily active users of the window against the window of the same length before it, in percent.",
  read: (slices, window) =>
    trendOf(
      usageMean(slices, "active_users", "active_users_days", window),
      usageMean(slices, "active_users", "active_users_days", window, window),
    ),
};

/** Whether more or less is done: mean usage events a day of the window against the window before, in %. Missing where
 * either window has events on fewer than half of its days, or the earlier mean is 0. Source: usage_days. */
export const volumeTrend: Measure = {
  key: "volume_trend",
  name: "Volume trend",
  family: "usage",
  unit: "%",
  direction: "higher",
  feed: "usage_days",
  window: 28,
  freshness: 3,
  signed: true,
  definition: "Mean usage events a day of the window against the window of the same length before it, in percent.",
  read: (slices, window) =>
    trendOf(
      usageMean(slices, "events", "events_days", window),
      usageMean(slices, "events", "events_days", window, window),
    ),
};

/** Whether people stay longer: mean session minutes a day per mean active user a day, against the window before, in %. None
 * where nobody was active, missing where either window lacks rows on half of its days or the earlier length is 0 or none.
 * Source: usage_days. */
export const sessionLengthTrend: Measure = {
  key: "session_length_trend",
  name: "Session length trend",
  family: "usage",
  unit: "%",
  direction: "higher",
  feed: "usage_days",
  window: 28,
  freshness: 3,
  signed: true,
  definition:
    "Session minutes for each active user a day, in the window, against the window of the same length before it, in percent.",
  read: (slices, window) => {
    const length = (daysBack: number) => {
      const users = usageMean(slices, "active_users", "active_users_days", window, daysBack);
      const minutes = usageMean(slices, "session_minutes", "session_days", window, daysBack);
      return requiring(users, ratioOf(minutes, users));
    };
    return trendOf(length(0), length(window));
  },
};
