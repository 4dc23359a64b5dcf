import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

const params = {
  /** Compare with this day: the Why table becomes what changed since. */
  since: parseAsString,
  range: parseAsStringLiteral(["24m", "12m", "6m"]).withDefault("24m"),
};

export const loadAccountParams = createLoader(params);
