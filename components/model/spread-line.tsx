"use client";
import type { Measure } from "@/lib/core/health/model";
import { readingText } from "@/lib/core/measures/words";
import { unitOf } from "@/lib/core/model-draft/scoring-words";
import { countText, shareText } from "@/lib/format";
import { useDraftEdit } from "./draft-context";

/** Of how many accounts the histogram is, and for how many there is nothing. */
export function SpreadLine({ measure }: { measure: Measure }) {
  const { facts } = useDraftEdit();
  const spread = facts?.spreads[measure.key];
  if (!facts || !spread) return null;
  const all = spread.n + spread.missing + spread.none;
  const middle = spread.kind === "numbers" && spread.n > 0 ? spread.quantiles[10] : undefined;
  return (
    <p className="text-xs">
      Your values: {countText(spread.n)} accounts
      {middle !== undefined && `, half of them below ${readingText({ unit: unitOf(measure.key) }, middle)}`}
      {spread.none > 0 && `; nothing to measure for ${countText(spread.none)}`}
      {spread.missing > 0 && `; missing for ${shareText(spread.missing, all)}`}
      {facts.read < facts.accounts && `. Read of ${countText(facts.read)} of ${countText(facts.accounts)} accounts`}.
    </p>
  );
}
