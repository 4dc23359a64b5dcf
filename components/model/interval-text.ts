import type { Share } from "@/lib/core/validation/wilson";
import { countText, percentText } from "@/lib/format";

/** A share with its 95% interval, or counts below 20: "81% (73–87%)", "5 of 8". */
export function intervalText(share: Share | null): string {
  if (!share) return "—";
  if (share.n < 20) return `${countText(share.hits)} of ${countText(share.n)}`;
  return `${percentText(share.share)} (${percentText(share.low).replace("%", "")}–${percentText(share.high)})`;
}
