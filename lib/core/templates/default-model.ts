import { Model } from "@/lib/core/health/model";
import { GUARDRAILS, WATCHED } from "./guardrails";
import { curve, linear } from "./measures";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

/** Six measures and the overlay: the model of an installation that has chosen no other. */
export const DEFAULT_MODEL: Model = Model.parse({
  name: "Six measures and the overlay",
  definitions: {
    default: {
      measures: [
        curve("licence_utilisation", 20, [
          [30, 0],
          [85, 100],
        ]),
        curve("active_user_trend", 20, [
          [-25, 0],
          [-10, 35],
          [0, 70],
          [10, 100],
        ]),
        linear("meeting_attendance", 15, 30, 90),
        linear("severity_load", 15, 12, 0),
        linear("on_time_payment", 10, 60, 98),
        linear("milestones_met", 20, 20, 90),
      ],
      watched: WATCHED,
      guardrails: GUARDRAILS,
    },
    onboarding: ONBOARDING,
  },
});

export const DEFAULT_TEMPLATE: Template = {
  key: "default",
  title: "Six measures and the overlay",
  purpose: "for most B2B subscriptions; champion and executive live in the scorecard only",
  notes: [],
  model: DEFAULT_MODEL,
};
