import { Model } from "@/lib/core/health/model";
import { linear } from "./measures";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

/** Declines, payment, escalations and the loss of champions weigh most. */
export const RISK_BASED: Template = {
  key: "risk_based",
  title: "Risk-based",
  purpose: "for retention teams",
  notes: ["It looks for reasons to leave, not for reasons to grow."],
  model: Model.parse({
    name: "Risk-based",
    definitions: {
      default: {
        measures: [
          linear("active_user_trend", 25, -25, 5),
          {
            key: "overdue_days",
            weight: 20,
            scoring: {
              type: "steps",
              steps: [
                { from: 0, points: 100 },
                { from: 15, points: 40 },
                { from: 45, points: 0 },
              ],
            },
          },
          linear("escalations", 20, 4, 0),
          {
            key: "days_since_key_contact_left",
            weight: 20,
            scoring: {
              type: "steps",
              steps: [
                { from: 0, points: 0 },
                { from: 90, points: 50 },
                { from: 180, points: 100 },
              ],
            },
          },
          linear("days_since_two_way", 10, 90, 14),
          { ...linear("csat", 5, 2, 4.5) },
        ],
      },
      onboarding: ONBOARDING,
    },
  }),
};
