import type { Change } from "@/lib/core/health/explain";

/** A change whose parts sum to how far the recorded health moved: what was recorded beyond the readings and the card that are
 * known today is what people said then.
 * @example wholeChange({ change: -4, shownChange: -4, parts: [{ kind: "data", key: "nps", part: -4, shown: -4 }] }, -10).parts.map((part) => part.part) // → [-4, -6] */
export function wholeChange(change: Change, moved: number): Change {
  const rest = moved - change.change;
  if (Math.abs(rest) < 1e-9) return change;
  const at = change.parts.findIndex(({ kind }) => kind === "overlay");
  const parts = change.parts.map((part, i) => (i === at ? { ...part, part: part.part + rest } : part));
  return {
    ...change,
    change: moved,
    parts: at >= 0 ? parts : [...parts, { kind: "overlay", key: null, part: rest, shown: 0 }],
  };
}
