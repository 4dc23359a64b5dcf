import { Model } from "@/lib/core/health/model";
import { presetBands } from "./band-presets";
import { GUARDRAILS, WATCHED } from "./guardrails";
import { linear } from "./measures";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

/** A definition of its own for enterprise, mid-market and small business, with cut-offs to match. */
export const SEGMENT_SPECIFIC: Template = {
  key: "segment_specific",
  title: "Segment-specific",
  purpose: "for books in which enterprise and self-serve customers behave differently",
  notes: [
    "Accounts of any other segment are scored as mid-market.",
    "Enterprise windows are longer: decisions are slower.",
  ],
  model: Model.parse({
    name: "Segment-specific",
    definitions: {
      default: {
        measures: [
          linear("licence_utilisation", 25, 30, 85),
          linear("active_user_trend", 20, -25, 10),
          linear("meeting_attendance", 15, 30, 90),
          linear("severity_load", 20, 12, 0),
          linear("on_time_payment", 20, 60, 98),
        ],
        watched: WATCHED,
        bands: presetBands("growth"),
        guardrails: GUARDRAILS,
      },
      segments: {
        Enterprise: {
          measures: [
            { ...linear("licence_utilisation", 15, 30, 85), window: 90 },
            { ...linear("milestones_met", 25, 20, 90) },
            linear("meeting_attendance", 20, 30, 90),
            linear("days_since_executive", 15, 180, 60),
            linear("departments_covered", 10, 1, 5),
            linear("severity_load", 15, 12, 0),
          ],
          bands: presetBands("enterprise_annual"),
        },
        SMB: {
          measures: [
            linear("active_days", 30, 2, 20),
            linear("active_user_trend", 25, -25, 10),
            linear("feature_breadth", 20, 1, 6),
            linear("on_time_payment", 25, 60, 98),
          ],
          bands: presetBands("self_serve_smb"),
        },
      },
      onboarding: ONBOARDING,
    },
  }),
};
