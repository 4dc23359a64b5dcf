import type { Basis } from "@/lib/core/forecast/basis";
import { FEWEST_LOSSES, type LossKept } from "@/lib/core/forecast/loss-kept";
import type { MoneyAhead } from "@/lib/core/forecast/money-ahead";
import type { Period } from "@/lib/core/forecast/period";
import type { RenewalChance } from "@/lib/core/validation/renewal-probability";
import { moneyShort, percentText } from "@/lib/format";

export const PERIOD_WORDS: Record<Period, string> = {
  quarter: "This quarter",
  year: "This fiscal year",
  "12m": "Last 12 months",
};

/** "82% (71–90%)"; an assumption has no interval. */
export function chanceText({ chance, low, high }: RenewalChance): string {
  if (low === high) return percentText(chance);
  return `${percentText(chance)} (${Math.round(low * 100)}–${percentText(high)})`;
}

/** "$1.2M ($1.1M–$1.4M)". */
export function moneyRange({ expectedCents, lowCents, highCents }: MoneyAhead, currency: string): string {
  return `${moneyShort(expectedCents, currency)} (${moneyShort(lowCents, currency)}–${moneyShort(highCents, currency)})`;
}

/** Where the chances come from, in a sentence or two. */
export function basisWords(basis: Basis): string {
  switch (basis.kind) {
    case "calibrated": {
      const { n, bad, verdict, why } = basis.calibration;
      const words =
        verdict === "better than chance"
          ? ""
          : ` Health ranked these decisions ${verdict}, so a chance says little of its own account; the sums are still about right.`;
      return `Chances are calibrated on ${n} past decisions, ${bad} of them churned or downsold, by health 90 days before each.${words} ${why} A chance is that of renewing in full, with its 90% interval; decisions more than 90 days away are less certain than it says.`;
    }
    case "assumed": {
      const { red, yellow, green } = basis.rates;
      return `Assumption: red renews at ${percentText(red)}, yellow at ${percentText(yellow)}, green at ${percentText(green)}, as typed by finance. Not calibrated: ${basis.withheld}`;
    }
    case "none":
      return `No chances: ${basis.withheld} Until then an administrator can type renewal rates by band below.`;
  }
}

/** What is expected of renewals that are not kept in full, in a sentence. */
export function keptWords(kept: LossKept | null): string {
  if (!kept)
    return `Expected is ARR × chance: below ${FEWEST_LOSSES} past losses with amounts, a loss counts as whole.`;
  return `Expected is ARR × (chance + (1 − chance) × ${percentText(kept.mean)}): past losses kept ${percentText(kept.mean)} of their ARR on average (n = ${kept.n}, ${kept.downsold} of them downsells, the others churned).`;
}
