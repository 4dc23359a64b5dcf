import type { Measure } from "./measure";
import { latestMetric } from "./metrics";
import { gainOf, trendOf } from "./shapes";

/** Whether the customer itself grows: latest headcount of the window against the latest of the window before, in %. Missing
 * where either window has none, or the earlier one is 0. Source: metrics, key "headcount". */
export const headcountChange: Measure = {
  key: "headcount_change",
  name: "Headcount change",
  family: "business",
  unit: "%",
  direction: "higher",
  feed: "metrics",
  window: 365,
  freshness: 35,
  signed: true,
  definition:
    "Latest headcount of the window against the latest one of the window of the same length before it, in percent.",
  read: (slices, window) =>
    trendOf(latestMetric(slices, "headcount", window), latestMetric(slices, "headcount", window, window)),
};

/** What happens around them: signs of the window's events (+1 good, −1 bad, 0 neither) summed; nothing is 0.
 * Source: events. */
export const signedEvents: Measure = {
  key: "signed_events",
  name: "Signed events",
  family: "business",
  unit: "count",
  direction: "higher",
  feed: "events",
  window: 180,
  freshness: 35,
  signed: true,
  definition: "Good events less bad ones (funding, layoffs, a merger, an incident, …) of the window.",
  read: (slices, window) => gainOf(slices, "event_signs", window),
};
