import type { Band } from "@/lib/core/health/bands";
import { trendOf } from "@/lib/core/health/trend";
import { EFFECT_CALIPERS } from "./effect";
import type { Stay } from "./stay";

type Subject = Pick<Stay, "accountId" | "tone" | "segment" | "arrCents" | "health" | "healthBefore"> & {
  cause: string | null;
};
export type Alike<Past extends Stay> = { stay: Past; sameTrend: boolean; sameCause: boolean };

/** Past stays of other accounts like this one: the same band and segment, ARR within a factor of 2. Those of the same trend and
 * the same cause come first, then the newest.
 * @example alikeStays({ accountId: 1, tone: "red", segment: null, arrCents: 1, health: 40, healthBefore: null, cause: null }, [], []) // → [] */
export function alikeStays<Past extends Stay>(
  subject: Subject,
  stays: readonly Past[],
  bands: readonly Band[],
): Alike<Past>[] {
  const trend = (stay: Pick<Stay, "health" | "healthBefore">) =>
    trendOf(bands, stay.health, stay.healthBefore)?.direction ?? null;
  const own = trend(subject);
  return stays
    .filter(
      (stay) => stay.accountId !== subject.accountId && stay.tone === subject.tone && stay.segment === subject.segment,
    )
    .filter((stay) => isNear(stay.arrCents, subject.arrCents))
    .map((stay) => ({
      stay,
      sameTrend: own !== null && trend(stay) === own,
      sameCause: subject.cause !== null && stay.cause === subject.cause,
    }))
    .sort((a, b) => weight(b) - weight(a) || b.stay.enteredOn.localeCompare(a.stay.enteredOn));
}

function isNear(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  const { arrFactor } = EFFECT_CALIPERS;
  return one <= other * arrFactor && other <= one * arrFactor;
}

function weight({ sameTrend, sameCause }: { sameTrend: boolean; sameCause: boolean }): number {
  return Number(sameTrend) + 2 * Number(sameCause);
}
