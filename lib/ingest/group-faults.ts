import type { PoolClient } from "pg";
import type { FaultGroup } from "@/lib/core/import-ledger";

const AT_ONCE = 20_000;
const EXAMPLES = 5;
const MOST_GROUPS = 100;

/** An import's rejections by column and kind of reason, the most frequent first: what stands in quotes and figures is the
 * cell's. */
export async function groupFaults(client: PoolClient, importId: number): Promise<FaultGroup[]> {
  const groups = new Map<string, FaultGroup>();
  for await (const { line, field, reason } of faultsOf(client, importId)) {
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

async function* faultsOf(client: PoolClient, importId: number) {
  for (let [line, id] = [0, 0]; ; ) {
    const { rows } = await client.query<{ id: number; line: number; field: string; reason: string }>(
      `select id, line, field, reason from import_faults where import_id = $1 and (line, id) > ($2, $3)
       order by line, id limit ${AT_ONCE}`,
      [importId, line, id],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    ({ line, id } = last);
  }
}
