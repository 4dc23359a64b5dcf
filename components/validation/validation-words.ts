import { MEASURES } from "@/lib/core/measures/catalogue";
import type { Auc } from "@/lib/core/validation/auc";
import type { FieldBar } from "@/lib/core/validation/field-bars";
import type { Score } from "@/lib/core/validation/side-report";
import type { Verdict } from "@/lib/core/validation/verdict";
import type { Share } from "@/lib/core/validation/wilson";
import { countText, percentText } from "@/lib/format";

export const SCORE_NAMES: Record<Score, string> = {
  score: "Measured score alone",
  scorecard: "Scorecard alone",
  health: "Health (both)",
};

export const VERDICT_WORDS: Record<Verdict, string> = {
  "too few outcomes": "Too few outcomes",
  "one kind of outcome only": "Nothing to tell apart",
  "no better than chance": "No better than chance",
  "worse than chance": "Worse than chance",
  "better than chance": "Better than chance",
};

export const SOURCE_WORDS = { published: "as published", replayed: "replayed", hindsight: "in hindsight" } as const;

/** "0.83 (0.74–0.91)": an AUC with its 95% interval. */
export function aucWords(auc: Auc | null): string {
  return auc ? `${two(auc.auc)} (${two(auc.low)}–${two(auc.high)})` : "not defined";
}

/** "81% (73–87)": a share with its interval; below 20 the counts speak. */
export function rightWords(share: Share | null): string {
  if (!share) return "—";
  if (share.n < 20) return `${share.hits} of ${share.n}`;
  return `${percentText(share.share)} (${Math.round(share.low * 100)}–${Math.round(share.high * 100)})`;
}

/** A share of counts: "76%", "3 of 8" where they are few, "—" of none. */
export function ratioWords(part: number, of: number): string {
  if (of === 0) return "—";
  return of < 20 ? `${countText(part)} of ${countText(of)}` : percentText(part / of);
}

export function measureName(key: string): string {
  return MEASURES[key]?.name ?? key.replaceAll("_", " ");
}

export function two(value: number): string {
  return value.toFixed(2).replace("-", "−");
}

const BAR_NAMES: Record<FieldBar["key"], string> = {
  auc: "AUC of health at least 0.70",
  red: "Red churns at least 3 times as often as the book",
  caught: "Two thirds of the churned stood below green",
  green: "At most 80% of the book is green",
  lift: "The riskiest tenth is lost at least 2.5 times as often",
};

export function barName({ key }: FieldBar): string {
  return BAR_NAMES[key];
}

export function barValue({ key, value }: FieldBar): string {
  if (value === null) return "cannot be said";
  if (key === "auc") return two(value);
  return key === "red" || key === "lift" ? `${value.toFixed(1)} times` : percentText(value);
}

/** "a", "a and b", "a, b and c". */
export function andList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
