import { createLoader, createSerializer, parseAsArrayOf, parseAsStringLiteral } from "nuqs/server";

export const SECTIONS = ["outcomes", "adoption", "support", "open"] as const;
export type Section = (typeof SECTIONS)[number];

const params = {
  /** What stands on the page, in its fixed order; all of it where absent. */
  show: parseAsArrayOf(parseAsStringLiteral(SECTIONS)),
  months: parseAsStringLiteral(["3", "6", "12"]).withDefault("12"),
};

/** The review's state is its address: /print/review/kestrel-bank?show=outcomes,adoption&months=6. */
export const loadReviewParams = createLoader(params);
export const reviewQuery = createSerializer(params);
