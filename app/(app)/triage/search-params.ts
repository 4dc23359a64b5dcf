import { createLoader, createSerializer, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const TONE_WORDS = ["none", "red", "yellow", "green"] as const;
export const SPLIT_WORDS = ["diverging", "dropped", "renewing", "overdue", "card", "data"] as const;
export const SORT_WORDS = ["priority", "arr", "health", "change", "decide_by", "name"] as const;

const params = {
  owner: parseAsString,
  split: parseAsStringLiteral(SPLIT_WORDS),
  band: parseAsArrayOf(parseAsStringLiteral(TONE_WORDS)),
  segment: parseAsString,
  q: parseAsString,
  sort: parseAsStringLiteral(SORT_WORDS).withDefault("priority"),
  after: parseAsString,
  peek: parseAsString,
};

/** The queue's state is its address: /triage?owner=me&split=diverging&sort=arr. Unknown and invalid parts are left out. */
export const loadTriageParams = createLoader(params);
export const triageQuery = createSerializer(params);
export type TriageParams = Awaited<ReturnType<typeof loadTriageParams>>;
