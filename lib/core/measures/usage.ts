import type { Measure } from "./measure";
import { countOf, gainOf, ratioOf, requiring, stateOf, usageMean } from "./shapes";

/** How much of what was bought is used a day: 100 × mean active users / seats, in %. Missing where fewer than half of the
 * days have a row, none without seats; contracts in force are summed. Source: usage_days, contracts. */
export const licenceUtilisation: Measure = {
  key: "licence_utilisation",
  name: "Licence utilisation",
  family: "usage",
  unit: "%",
  direction: "higher",
  feed: "usage_days",
  alsoFeed: "contracts",
  window: 28,
  freshness: 3,
  definition:
    "Mean daily active users of the window, over the days with a usage row, divided by the seats in force today.",
  read: (slices, window) =>
    ratioOf(usageMean(slices, "active_users", "active_users_days", window), stateOf(slices, "seats"), 100),
};

/** How often those who use the product do: 100 × mean daily active users / distinct users of 28 days, in %. Missing where
 * the source gives no distinct users or too few days, none where nobody used it. Source: usage_days. */
export const stickiness: Measure = {
  key: "stickiness",
  name: "Stickiness",
  family: "usage",
  unit: "%",
  direction: "higher",
  feed: "usage_days",
  window: 28,
  freshness: 3,
  definition:
    "Mean daily active users of the window divided by the distinct users of the last 28 days, as the source counts them.",
  read: (slices, window) => {
    const distinct = stateOf(slices, "distinct_users");
    return requiring(distinct, ratioOf(usageMean(slices, "active_users", "active_users_days", window), distinct, 100));
  },
};

/** Days with any use at all: usage days with something above zero, in days. A day without a row is not active, so nothing
 * for the account is 0. Source: usage_days. */
export const activeDays: Measure = {
  key: "active_days",
  name: "Active days",
  family: "usage",
  unit: "days",
  direction: "higher",
  feed: "usage_days",
  window: 28,
  freshness: 3,
  definition: "Days of the window on which the account used the product at all.",
  read: (slices, window) => gainOf(slices, "active_days", window),
};

/** How much of the product a day's work touches: mean features used a day, over the days that give them. Missing where fewer
 * than half of the days do. Source: usage_days. */
export const featureBreadth: Measure = {
  key: "feature_breadth",
  name: "Feature breadth",
  family: "usage",
  unit: "features",
  direction: "higher",
  feed: "usage_days",
  window: 28,
  freshness: 3,
  definition: "Mean number of different features used a day, over the days of the window with a usage row.",
  read: (slices, window) => usageMean(slices, "features_used", "features_days", window),
};

/** People known to use the product most: contacts in force as power user, a count. Source: contacts. */
export const powerUsers: Measure = {
  key: "power_users",
  name: "Power users",
  family: "usage",
  unit: "count",
  direction: "higher",
  feed: "contacts",
  window: null,
  freshness: 35,
  definition: "Contacts in force today whose role is power user.",
  read: (slices) => countOf(slices, "power_users"),
};
