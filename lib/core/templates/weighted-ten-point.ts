import { Model } from "@/lib/core/health/model";
import { linear } from "./measures";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

/** Five scores of ten, given by hand or by another system, weighted. */
export const WEIGHTED_TEN_POINT: Template = {
  key: "weighted_ten_point",
  title: "Weighted ten-point",
  purpose: "for teams that already rate accounts from 0 to 10",
  notes: ["All of its weight is entered by hand: replace the ratings by signals as they become connected."],
  model: Model.parse({
    name: "Weighted ten-point",
    definitions: {
      default: {
        measures: [
          { ...linear("metric:product_usage:last", 30, 0, 10), name: "Product usage" },
          { ...linear("metric:engagement:last", 25, 0, 10), name: "Engagement" },
          { ...linear("metric:support_experience:last", 20, 0, 10), name: "Support experience" },
          { ...linear("metric:relationship:last", 15, 0, 10), name: "Relationship" },
          { ...linear("metric:commercial:last", 10, 0, 10), name: "Commercial" },
        ],
      },
      onboarding: ONBOARDING,
    },
  }),
};
