import { shownInteger } from "@/lib/core/health/rounding";
import type { CardExpiry } from "@/lib/core/scorecard/grid-row";
import { dayShort } from "@/lib/format";

/** "Expires 15 Dec: health 82 → 61", or that nothing changes; without figures where they are kept back. */
export function expiryWords({ on, health, after }: CardExpiry, showsMeasured: boolean): string {
  const shown = (value: number | null) => (value === null ? "—" : String(shownInteger(value)));
  if (!showsMeasured) return `The last card expires ${dayShort(on)} unless confirmed.`;
  if (shown(health) === shown(after)) return `Expires ${dayShort(on)}: health stays ${shown(health)}, unconfirmed`;
  return `Expires ${dayShort(on)}: health ${shown(health)} → ${shown(after)}`;
}
