import { createLoader, parseAsString } from "nuqs/server";
import { parseAsDay, scopeParams } from "@/app/(app)/portfolio/search-params";
import type { Day } from "@/lib/core/calendar";
import { type Quarter, quarterOf, quarterShown } from "@/lib/core/portfolio/quarter";

/** The quarter's state is its address: /portfolio/shift?quarter=2026-09-01&slice=segment~Mid-market. */
export const loadShiftParams = createLoader({ ...scopeParams, quarter: parseAsDay, slice: parseAsString });

/** The quarter of any of its days, else the one to look at today. */
export function quarterAsked(asked: Day | null, today: Day, fiscalStartMonth: number): Quarter {
  return asked && asked <= today ? quarterOf(asked, fiscalStartMonth) : quarterShown(today, fiscalStartMonth);
}
