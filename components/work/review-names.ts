/** The kinds of review, as people name them. */
export const REVIEW_NAMES = {
  check_in: "Check-in",
  review: "Review",
  war_room: "War room",
  executive: "Executive check-in",
  qbr: "Quarterly review",
  expansion_scan: "Expansion scan",
  audit: "Complacency audit",
  fall: "Answer to a fall",
  save: "Save review",
  loss: "Loss review",
} as const;

export type ReviewKind = keyof typeof REVIEW_NAMES;

/** What is logged with a note; reviews of a loss or a save have a form and a right of their own. */
export type LoggedKind = Exclude<ReviewKind, "loss" | "save">;

/** Whether a review is one that is logged with a note. */
export function isLogged(kind: string): kind is LoggedKind {
  return kind in REVIEW_NAMES && kind !== "loss" && kind !== "save";
}

/** The review that a band obliges to most often. */
export function usualReview(tone: number): LoggedKind {
  if (tone === 1) return "war_room";
  return tone === 3 ? "check_in" : "review";
}
