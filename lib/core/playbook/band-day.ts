import type { Day } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";

/** What changed the band against the day before: the score's data, a scorecard (or the review of its lift), a guardrail, a new
 * model, or measures that move by date alone. */
export type ChangedBy = "data" | "scorecard" | "guardrail" | "model" | "calendar";

/** One daily run of one account, as its last revision stands. */
export type BandDay = {
  day: Day;
  /** Null: insufficient data. */
  tone: Tone | null;
  health: number | null;
  by: ChangedBy;
  /** False where the day was replayed: it adds to the band's age and to no clock. */
  published: boolean;
  /** Index of the band among the model's, best first; tells "up a band" where a tone has several. */
  band?: number | null;
  /** The key of the band that clocks see: it names the playbook that opens. */
  key?: string | null;
  /** The tone of the score alone: clocks run on it while a lift of two tones is unreviewed. */
  measuredTone?: Tone | null;
  liftUnreviewed?: boolean;
  /** From this day a person lets the playbook open on what a new model made of the account. */
  rescoringAccepted?: boolean;
};

/** The tone that clocks see: that of health, or of the score alone while a lift of two tones waits for its review.
 * @example clockTone({ day: "2026-11-30", tone: "green", health: 75, by: "scorecard", published: true, measuredTone: "red", liftUnreviewed: true }) // → "red" */
export function clockTone(row: BandDay): Tone | null {
  return row.liftUnreviewed && row.measuredTone !== undefined ? row.measuredTone : row.tone;
}
