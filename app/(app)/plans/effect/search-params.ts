import { createLoader, parseAsString } from "nuqs/server";
import { parseAsDay, scopeParams } from "@/app/(app)/portfolio/search-params";
import { addDays, type Day } from "@/lib/core/calendar";

/** The effect's state is its address: /plans/effect?owner=team&from=2025-12-01&to=2026-11-30&show=reds.hits. */
export const loadEffectParams = createLoader({
  ...scopeParams,
  from: parseAsDay,
  to: parseAsDay,
  /** The number whose accounts are listed. */
  show: parseAsString,
});

const YEAR_DAYS = 365;

/** Stays that began in this period: as asked, else the last year. */
export function effectPeriod(asked: { from: Day | null; to: Day | null }, today: Day): { from: Day; to: Day } {
  const to = asked.to && asked.to <= today ? asked.to : today;
  return { from: asked.from && asked.from < to ? asked.from : addDays(to, -YEAR_DAYS), to };
}
