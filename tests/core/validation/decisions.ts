import { addDays } from "@/lib/core/calendar";
import { bandIndexOf, compileBands } from "@/lib/core/health/band";
import { DEFAULT_BANDS } from "@/lib/core/health/bands";
import type { Decision, Said } from "@/lib/core/validation/cohort";

const BANDS = compileBands(DEFAULT_BANDS);
export const toneOf = (value: number) => (BANDS.rank[bandIndexOf(BANDS, value)] as number) + 1;

/** What was said at a cut, all three scores alike. */
export function said(health: number | null, day = "2026-01-01"): Said {
  const tone = health === null ? 0 : toneOf(health);
  return {
    ...{ day, source: "replayed" as const, score: health, people: health, health },
    ...{ scoreTone: tone, peopleTone: tone, healthTone: tone },
  };
}

/** A decision of an account by its health before it. */
export function decision(
  accountId: number,
  health: number | null,
  kind: Decision["kind"],
  more: Partial<Decision> = {},
): Decision {
  const decidedOn = addDays("2025-01-01", accountId % 600);
  return {
    ...{ accountId, slug: `a-${accountId}`, name: `A ${accountId}`, segment: "SMB", kind, decidedOn },
    ...{ effectiveOn: addDays(decidedOn, 30), arrBeforeCents: 100_000, avoidable: null, isMidTerm: false },
    ...{
      arrAfterCents: kind === "churned" ? 0 : kind === "downsold" ? 50_000 : 100_000,
      isWorked: false,
      author: null,
    },
    ...{
      lastGreenOn: null,
      known: said(health),
      version: { ...said(health), definition: 0, readings: [health ?? Number.NaN] },
    },
    ...more,
  };
}
