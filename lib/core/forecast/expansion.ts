import { type Share, wilson } from "@/lib/core/validation/wilson";

export type ExpansionAhead = {
  candidates: number;
  candidatesCents: number;
  /** Of past decisions of accounts that were green, the share that expanded. */
  conversion: Share;
  /** (after − before) ÷ before, the middle one of the expansions. */
  medianUplift: number;
  uplifts: number;
  expectedCents: number;
  lowCents: number;
  highCents: number;
};

/** What candidates may bring: their ARR × observed conversion × median uplift, the interval that of the conversion (Wilson 95%).
 * Null where no past decision or no expansion with amounts tells a rate.
 * @example expansionAhead({ accounts: 1, arrCents: 10000 }, { expanded: 1, decided: 4, uplifts: [0.2] })?.expectedCents // → 500
 * @example expansionAhead({ accounts: 1, arrCents: 10000 }, { expanded: 0, decided: 0, uplifts: [] }) // → null */
export function expansionAhead(
  { accounts: candidates, arrCents: candidatesCents }: { accounts: number; arrCents: number },
  { expanded, decided, uplifts }: { expanded: number; decided: number; uplifts: readonly number[] },
): ExpansionAhead | null {
  const conversion = wilson(expanded, decided);
  const sorted = uplifts.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (!conversion || low === undefined || high === undefined) return null;
  const medianUplift = (low + high) / 2;
  const worth = (share: number) => Math.round(candidatesCents * share * medianUplift);
  return {
    ...{ candidates, candidatesCents, conversion, medianUplift, uplifts: uplifts.length },
    ...{ expectedCents: worth(conversion.share), lowCents: worth(conversion.low), highCents: worth(conversion.high) },
  };
}
