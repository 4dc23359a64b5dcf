import type { Measure } from "./measure";
import { countOf, gainOf, ratioOf, stateOf } from "./shapes";

/** How much of what they may use they do use: 100 × entitled modules used within 90 days / entitled modules, in %. None
 * without entitlements. Source: feature_usage, entitlements. */
export const modulesAdopted: Measure = {
  key: "modules_adopted",
  name: "Modules adopted",
  family: "usage",
  unit: "%",
  direction: "higher",
  feed: "feature_usage",
  window: null,
  freshness: 7,
  definition: "Modules used within the last 90 days divided by the modules the account is entitled to.",
  read: (slices) => ratioOf(countOf(slices, "modules_adopted"), stateOf(slices, "modules_entitled"), 100),
};

/** Whether use still spreads: modules used for the first time ever within the window, a count; nothing is 0.
 * Source: feature_usage. */
export const modulesNew: Measure = {
  key: "modules_new",
  name: "Modules newly adopted",
  family: "usage",
  unit: "count",
  direction: "higher",
  feed: "feature_usage",
  window: 90,
  freshness: 7,
  definition: "Modules that the account used for the first time ever within the window.",
  read: (slices, window) => gainOf(slices, "modules_new", window),
};
