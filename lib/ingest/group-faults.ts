import type { PoolClient } from "pg";
import type { FaultGroup } from "@/lib/core/import-ledger";
import { readFaults } from "./read-faults";

const EXAMPLES = 5;
const MOST_GROUPS = 100;

/** An import's rejections by column and kind of reason, the most frequent first: what stands in quotes and figures is the
 * cell's. */
export async function groupFaults(client: PoolClient, importId: number): Promise<FaultGroup[]> {
  const groups = new Map<string, FaultGroup>();
  for await (const { line, field, reason } of readFaults(client, importId)) {
    const kind = reason
      .replace(/"(?:[^"]|"(?! ?[:,;.]| is| has|$))*"/g, "…")
      .replace(/\S+@\S+/g, "…")
      .replace(/\d[\d.,:-]*/g, "…");
    const key = `${field}\n${kind}`;
    const group = groups.get(key) ?? { field, reason: kind, count: 0, examples: [] };
    groups.set(key, group);
    group.count += 1;
    if (group.examples.length < EXAMPLES) group.examples.push({ line, reason });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, MOST_GROUPS);
}
