export interface SourceFacts {
  enabled: boolean;
  promisedHours: number;
  deliveredMinutesAgo: number | null;
  failing: readonly string[];
}

export type SourceState = "off" | "failed" | "waiting" | "late" | "on_time";

/** How a source stands to its promise; what needs somebody comes before what does not. */
export function sourceState({ enabled, promisedHours, deliveredMinutesAgo, failing }: SourceFacts): SourceState {
  if (!enabled) return "off";
  if (failing.length > 0) return "failed";
  if (deliveredMinutesAgo === null) return "waiting";
  return deliveredMinutesAgo > promisedHours * 60 ? "late" : "on_time";
}

export const STATE_WORDS: Record<SourceState, string> = {
  off: "Off",
  failed: "Failed",
  waiting: "Nothing yet",
  late: "Late",
  on_time: "On time",
};

export const KIND_WORDS = {
  postgres: "Postgres",
  segment: "Segment",
  stripe: "Stripe",
  api: "API",
} as const;

/** "2 of 26 h": the age of the newest delivery against the promise. */
export function freshnessText({ promisedHours, deliveredMinutesAgo }: SourceFacts): string {
  if (deliveredMinutesAgo === null) return `– of ${promisedHours} h`;
  return `${Math.floor(deliveredMinutesAgo / 60)} of ${promisedHours} h`;
}
