import type { FaultGroup } from "@/lib/core/import-ledger";
import type { Rejection } from "./stage";

const EXAMPLES = 5;
const MOST_GROUPS = 100;

/** Rejections by column and kind of reason, the most frequent first: what stands in quotes and figures is the cell's. */
export function groupFaults(rejections: readonly Rejection[]): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const { line, column, reason } of rejections) {
    const kind = reason
      .replace(/"(?:[^"]|"(?! ?[:,;.]| is| has|$))*"/g, "…")
      .replace(/\S+@\S+/g, "…")
      .replace(/\d[\d.,:-]*/g, "…");
    const key = `${column}\n${kind}`;
    const group = groups.get(key) ?? { field: column, reason: kind, count: 0, examples: [] };
    groups.set(key, group);
    group.count += 1;
    if (group.examples.length < EXAMPLES) group.examples.push({ line, reason });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, MOST_GROUPS);
}
