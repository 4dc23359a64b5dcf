import { Model } from "@/lib/core/health/model";
import { linear } from "./measures";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

/** Five measures of equal weight. */
export const SIMPLE_AVERAGE: Template = {
  key: "simple_average",
  title: "Simple average",
  purpose: "for starting out",
  notes: ["Equal weights are a beginning, not a finding: let outcomes show which measures matter."],
  model: Model.parse({
    name: "Simple average",
    definitions: {
      default: {
        measures: [
          linear("licence_utilisation", 1, 20, 85),
          linear("active_days", 1, 2, 20),
          linear("days_since_two_way", 1, 90, 14),
          linear("severity_load", 1, 12, 0),
          linear("on_time_payment", 1, 60, 98),
        ],
      },
      onboarding: ONBOARDING,
    },
  }),
};
