import { Model } from "@/lib/core/health/model";
import { linear } from "./measures";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

/** Usage, engagement, growth and sentiment, a quarter each, graded A to F. */
export const FOUR_QUARTERS: Template = {
  key: "usage_engagement_growth_sentiment",
  title: "Usage, engagement, growth, sentiment",
  purpose: "for boards that read school grades",
  notes: ["Grades stand for tones: A and B are green, C and D yellow, F is red."],
  model: Model.parse({
    name: "Usage, engagement, growth, sentiment",
    definitions: {
      default: {
        measures: [
          linear("licence_utilisation", 15, 20, 85),
          linear("stickiness", 10, 5, 40),
          linear("meeting_attendance", 15, 30, 90),
          linear("engaged_contacts", 10, 0, 5),
          linear("seat_use_trend", 15, -20, 10),
          linear("modules_adopted", 10, 20, 80),
          linear("nps", 15, -20, 50),
          linear("csat", 10, 2, 4.5),
        ],
        bands: [
          { key: "a", name: "A", from: 90, tone: "green", playbook: "green", ownerRole: "csm", firstDeadlineDays: 30 },
          { key: "b", name: "B", from: 80, tone: "green", playbook: "green", ownerRole: "csm", firstDeadlineDays: 30 },
          { key: "c", name: "C", from: 70, tone: "yellow", playbook: "yellow", ownerRole: "csm", firstDeadlineDays: 7 },
          { key: "d", name: "D", from: 60, tone: "yellow", playbook: "yellow", ownerRole: "csm", firstDeadlineDays: 7 },
          { key: "f", name: "F", from: 0, tone: "red", playbook: "red", ownerRole: "manager", firstDeadlineDays: 2 },
        ],
      },
      onboarding: ONBOARDING,
    },
  }),
};
