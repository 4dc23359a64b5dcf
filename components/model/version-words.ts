import type { Day } from "@/lib/core/calendar";
import type { ModelVersion } from "@/lib/core/model-draft/model-version";
import { overtakenBy } from "@/lib/core/model-draft/overtaken-by";
import { dayText } from "@/lib/format";

/** From when a version counts, or was to: "begins on 15 Dec 2026". */
export function beginWords(version: ModelVersion, versions: readonly ModelVersion[], today: Day): string {
  const day = version.effectiveFrom <= "1970-01-01" ? "the first day" : dayText(version.effectiveFrom);
  if (version.withdrawn) return `was to begin on ${day}`;
  const overtaken = overtakenBy(version, versions, today);
  if (overtaken) return `never counts, version ${overtaken} took its place; was to begin on ${day}`;
  return `${version.effectiveFrom > today ? "begins on" : "in force from"} ${day}`;
}

/** Who called a version off, when and why. */
export function withdrawnWords({ on, by, reason }: NonNullable<ModelVersion["withdrawn"]>): string {
  return `Withdrawn on ${dayText(on)}${by ? ` by ${by}` : ""}: ${reason}`;
}
