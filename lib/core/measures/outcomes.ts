import type { Measure } from "./measure";
import { gainOf, ratioOf, stateOf } from "./shapes";

/** Whether the customer gets what it came for: 100 × milestones achieved / milestones whose target day has come, in
 * %, ever. None before the first target day. Source: milestones. */
export const milestonesMet: Measure = {
  key: "milestones_met",
  name: "Milestones met",
  family: "outcomes",
  unit: "%",
  direction: "higher",
  feed: "milestones",
  window: null,
  freshness: 35,
  definition: "Milestones achieved, of those whose target day has come, in percent.",
  read: (slices) => ratioOf(stateOf(slices, "milestones_met"), stateOf(slices, "milestones_due"), 100),
};

/** Whether they tell their own people: outcome milestones achieved in the window and shared inside the customer, a
 * count; nothing is 0. Source: milestones. */
export const outcomesShared: Measure = {
  key: "outcomes_shared",
  name: "Outcomes shared internally",
  family: "outcomes",
  unit: "count",
  direction: "higher",
  feed: "milestones",
  window: 365,
  freshness: 35,
  definition: "Outcomes achieved in the window that the customer shared inside its own company.",
  read: (slices, window) => gainOf(slices, "outcomes_shared", window),
};
