import { type Definition, Model } from "@/lib/core/health/model";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { line } from "./line";
import { ADMIN } from "./people";

export const MODEL_COLUMNS =
  "version, name, definition, note, owner_id, effective_from, published_at, published_by, next_review_on";

const linear = (key: string, weight: number, worst: number, best: number) => ({
  key,
  weight,
  scoring: { type: "linear" as const, worst, best },
});

/** What the company began with: what was easy to count. The scorecard was asked for, but only advised. */
const USAGE_AND_TICKETS: Model = Model.parse({
  name: "Usage and tickets",
  definitions: {
    default: {
      measures: [
        linear("licence_utilisation", 15, 25, 72),
        linear("stickiness", 10, 46, 74),
        linear("active_days", 6, 12, 27),
        linear("feature_breadth", 13, 3, 12),
        linear("modules_adopted", 13, 25, 85),
        linear("power_users", 6, 0, 3),
        linear("active_user_trend", 5, -25, 0),
        linear("volume_trend", 5, -30, 0),
        linear("session_length_trend", 3, -20, 0),
        linear("tickets_opened", 6, 30, 0),
        linear("severity_load", 6, 14, 0),
        linear("resolution_hours", 5, 500, 24),
        linear("escalations", 4, 5, 0),
        linear("csat", 3, 2, 4.5),
      ],
      overlay: { policy: "advisory" },
    },
  },
});

/** The default model, and for small customers one that asks less of usage: their two usage measures weigh 38 of 100. */
const SIX_MEASURES: Model = Model.parse({
  ...DEFAULT_MODEL,
  definitions: {
    ...DEFAULT_MODEL.definitions,
    segments: { ...DEFAULT_MODEL.definitions.segments, SMB: forSmall(DEFAULT_MODEL.definitions.default) },
  },
});

function forSmall(definition: Definition): Definition {
  const weights: Record<string, number> = { active_user_trend: 18, milestones_met: 22 };
  return {
    ...definition,
    measures: definition.measures.map((measure) => ({ ...measure, weight: weights[measure.key] ?? measure.weight })),
  };
}

/** The company's models: what it counted at first, and what it learnt to ask. */
export function modelRows(firstDay: string): string {
  const version = (number: number, model: Model, note: string, from: string, review: string) =>
    line(number, model.name, JSON.stringify(model), note, ADMIN, from, `${from} 07:00:00+00`, ADMIN, review);
  return (
    version(1, USAGE_AND_TICKETS, "First model: what our systems already count", firstDay, "2025-11-30") +
    version(
      2,
      SIX_MEASURES,
      "Fourteen counts told us little more than a coin: six measures, and the account managers' answers decide",
      "2025-12-01",
      "2027-02-28",
    )
  );
}
