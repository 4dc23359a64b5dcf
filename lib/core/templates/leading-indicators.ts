import { Model } from "@/lib/core/health/model";
import { levels, linear } from "./measures";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

/** Trends, and what you alone know about your customers. */
export const LEADING_INDICATORS: Template = {
  key: "leading_indicators",
  title: "Leading indicators",
  purpose: "for teams that want change early, with custom metrics and attributes",
  notes: ["Its metric api_calls and its attribute compliance are examples: put your own in their place."],
  model: Model.parse({
    name: "Leading indicators",
    definitions: {
      default: {
        measures: [
          linear("active_user_trend", 25, -20, 10),
          linear("volume_trend", 15, -20, 10),
          linear("session_length_trend", 10, -20, 10),
          linear("response_hours", 15, 72, 8),
          linear("seat_use_trend", 10, -20, 10),
          { ...linear("metric:api_calls:trend", 15, -20, 10), name: "API calls, trend" },
          { ...levels("attribute:compliance", 10, { strong: 10, adequate: 6, weak: 0 }), name: "Compliance posture" },
        ],
      },
      onboarding: ONBOARDING,
    },
  }),
};
