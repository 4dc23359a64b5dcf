import type { Day } from "@/lib/core/calendar";

type Published = { version: number; effectiveFrom: Day; publishedAt: string; withdrawn?: unknown };

/** The version that took the place of another before its day came, so that it never counts; null where it counts on its day. The
 * highest version whose day has come always counts; one that was withdrawn takes no place.
 * @example overtakenBy({ version: 3, effectiveFrom: "2026-12-15" }, [{ version: 4, effectiveFrom: "2026-11-30", publishedAt: "2026-11-30" }], "2026-11-30") // → 4
 * @example overtakenBy({ version: 3, effectiveFrom: "2026-12-15" }, [{ version: 4, effectiveFrom: "2026-12-20", publishedAt: "2026-11-30" }], "2026-11-30") // → null
 * @example overtakenBy({ version: 3, effectiveFrom: "2026-12-15" }, [{ version: 4, effectiveFrom: "2026-12-15", publishedAt: "2026-12-01" }], "2026-12-02") // → 4
 * @example overtakenBy({ version: 3, effectiveFrom: "2026-12-15" }, [{ version: 4, effectiveFrom: "2026-12-01", publishedAt: "2026-12-20" }], "2026-12-20") // → null
 * @example overtakenBy({ version: 3, effectiveFrom: "2026-12-15" }, [{ version: 4, effectiveFrom: "2026-12-10", publishedAt: "2026-11-30", withdrawn: { on: "2026-12-01" } }], "2026-12-02") // → null */
export function overtakenBy(
  { version, effectiveFrom }: Pick<Published, "version" | "effectiveFrom">,
  versions: readonly Published[],
  today: Day,
): number | null {
  const later = versions.filter(
    (other) =>
      other.version > version &&
      !other.withdrawn &&
      other.publishedAt.slice(0, 10) < effectiveFrom &&
      (other.effectiveFrom < effectiveFrom || (other.effectiveFrom === effectiveFrom && effectiveFrom > today)),
  );
  return later.length > 0 ? Math.max(...later.map((other) => other.version)) : null;
}
