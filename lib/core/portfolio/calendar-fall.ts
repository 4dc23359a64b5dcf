import { bandIndexOf } from "@/lib/core/health/band";
import { type AccountThen, calendarPart, explainChange } from "@/lib/core/health/explain";
import type { Definition } from "@/lib/core/health/model";
import { compiledOf } from "@/lib/core/health/score";

/** The rank of green. */
const GREEN = 2;

/** Whether an account is no longer green by the calendar alone: without what measures that move by date did since, its health
 * would still be green. Such a fall counts in no shift. Source: PRODUCT, score. */
export function isCalendarFall(
  then: AccountThen,
  now: AccountThen & { definition: Definition; health: number },
): boolean {
  const change = explainChange(then, now);
  const part = change ? calendarPart(change, now.definition) : 0;
  if (part >= 0) return false;
  const { bands } = compiledOf(now.definition);
  return bands.rank[bandIndexOf(bands, now.health - part)] === GREEN;
}
