import { createLoader, createSerializer, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { SHOWS } from "@/components/scorecard/grid-counts";

const params = {
  period: parseAsString,
  owner: parseAsString,
  /** "all" also shows the cards that are not due this month. */
  due: parseAsStringLiteral(["all"]),
  /** Where the grid begins: the account's slug. */
  account: parseAsString,
  show: parseAsArrayOf(parseAsStringLiteral(SHOWS)),
};

/** The month's state is its address: /scorecards?period=2026-11&owner=me&show=unconfirmed. */
export const loadScorecardParams = createLoader(params);
export const scorecardQuery = createSerializer(params);
export type ScorecardParams = Awaited<ReturnType<typeof loadScorecardParams>>;
