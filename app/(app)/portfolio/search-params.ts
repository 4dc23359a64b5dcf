import { createLoader, createParser, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { Book } from "@/db/queries/triage-filter";
import { isDay } from "@/lib/core/calendar";

/** A real calendar date; anything else is left out. */
export const parseAsDay = createParser({
  parse: (text) => (isDay(text) ? text : null),
  serialize: (day: string) => day,
});

export const scopeParams = { owner: parseAsString, segment: parseAsString };

/** The portfolio's state is its address: /portfolio?owner=team&from=2026-08-31&to=2026-11-30&unit=arr. */
export const loadPortfolioParams = createLoader({
  ...scopeParams,
  from: parseAsDay,
  to: parseAsDay,
  unit: parseAsStringLiteral(["accounts", "arr"]).withDefault("accounts"),
  /** What the heatmap's rows are. */
  by: parseAsStringLiteral(["segment", "csm"]).withDefault("segment"),
  compare: parseAsStringLiteral(["year"]),
  /** Days between the two that who moved is drawn over. */
  via: parseAsArrayOf(parseAsDay),
});

/** Whose accounts: as the address says; else a manager's team, an owner's book, and everybody's for all others. */
export function bookOf(owner: string | null, roles: readonly string[]): Book {
  if (owner === "me" || owner === "team" || owner === "all" || owner === "none") return owner;
  if (owner && /^\d{1,9}$/.test(owner)) return Number(owner);
  if (roles.includes("manager")) return "team";
  return roles.includes("csm") || roles.includes("am") ? "me" : "all";
}
