import { createLoader, createParser, parseAsStringLiteral } from "nuqs/server";
import { scopeParams } from "@/app/(app)/portfolio/search-params";
import { isDay } from "@/lib/core/calendar";
import { CALLS, type Call } from "@/lib/core/forecast/calls";
import { PERIODS } from "@/lib/core/forecast/period";

/** A month as YYYY-MM, or all twelve; anything else is left out. */
const parseAsMonth = createParser({
  parse: (text) => (text === "all" || isDay(`${text}-01`) ? text : null),
  serialize: (month: string) => month,
});

/** The forecast's state is its address: /forecast?owner=team&month=2026-12&call=lost&period=year. */
export const loadForecastParams = createLoader({
  ...scopeParams,
  month: parseAsMonth,
  /** Only renewals that people called so, or that nobody called. */
  call: parseAsStringLiteral([...CALLS, "none"] as const),
  period: parseAsStringLiteral(PERIODS).withDefault("12m"),
});

/** The renewals of the month and the call that are asked for. */
export function renewalsAsked<Row extends { decideBy: string; call: Call | null }>(
  rows: readonly Row[],
  { month, call }: { month: string | null; call: Call | "none" | null },
): Row[] {
  return rows.filter(
    (row) =>
      (month === null || month === "all" || row.decideBy.startsWith(month)) &&
      (call === null || (row.call ?? "none") === call),
  );
}
