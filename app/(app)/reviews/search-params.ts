import { createLoader, createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

const WHAT_WORDS = [
  "check_in",
  "review",
  "war_room",
  "executive",
  "qbr",
  "expansion_scan",
  "audit",
  "fall",
  "loss",
  "save",
  "decision",
] as const;

const params = {
  owner: parseAsStringLiteral(["me", "team", "all"]),
  show: parseAsStringLiteral(["due", "held"]).withDefault("due"),
  kind: parseAsStringLiteral(WHAT_WORDS),
  /** The Monday with which it begins. */
  from: parseAsString,
  /** The line with which the page begins. */
  line: parseAsInteger.withDefault(0),
};

/** The agenda's state is its address: /reviews?owner=team&show=held&from=2026-11-30. */
export const loadReviewsParams = createLoader(params);
export const reviewsQuery = createSerializer(params);
export type ReviewsParams = Awaited<ReturnType<typeof loadReviewsParams>>;
