import type { Day } from "@/lib/core/calendar";

/** The version that counts on a day: the highest that has begun by then and was not withdrawn. `versions` are newest first.
 * @example inForceOn([{ version: 2, effectiveFrom: "2026-12-15", withdrawn: null }, { version: 1, effectiveFrom: "2026-01-01", withdrawn: null }], "2026-11-30")?.version // → 1
 * @example inForceOn([{ version: 2, effectiveFrom: "2026-11-15", withdrawn: { on: "2026-11-01" } }, { version: 1, effectiveFrom: "2026-01-01", withdrawn: null }], "2026-11-30")?.version // → 1
 * @example inForceOn([{ version: 1, effectiveFrom: "2027-01-01", withdrawn: null }], "2026-11-30") // → undefined */
export function inForceOn<Version extends { effectiveFrom: Day; withdrawn: unknown }>(
  versions: readonly Version[],
  day: Day,
): Version | undefined {
  return versions.find(({ effectiveFrom, withdrawn }) => effectiveFrom <= day && !withdrawn);
}
