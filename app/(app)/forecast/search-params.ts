import { createLoader, createParser, parseAsStringLiteral } from "nuqs/server";
import { scopeParams } from "@/app/(app)/portfolio/search-params";
import { isDay } from "@/lib/core/calendar";
import { PERIODS } from "@/lib/core/forecast/period";

/** A month as YYYY-MM; anything else is left out. */
const parseAsMonth = createParser({
  parse: (text) => (isDay(`${text}-01`) ? text : null),
  serialize: (month: string) => month,
});

/** The forecast's state is its address: /forecast?owner=team&month=2026-12&period=year. */
export const loadForecastParams = createLoader({
  ...scopeParams,
  month: parseAsMonth,
  period: parseAsStringLiteral(PERIODS).withDefault("12m"),
});
