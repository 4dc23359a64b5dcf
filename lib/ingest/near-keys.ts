import type { ClientBase } from "pg";
import type { WaitingKey } from "@/lib/core/import-ledger";
import { type KnownAccount, nearMisses } from "./near-misses";

/** Keys that wait, each with the accounts known now whose key is nearly the same. */
export async function nearKeys(client: ClientBase, keys: readonly WaitingKey[]): Promise<WaitingKey[]> {
  if (keys.length === 0) return [];
  const { rows: known } = await client.query<KnownAccount>(
    `select external_id as "externalId", name, domain from accounts`,
  );
  const bare = (key: string) => key.replace(/^(name|domain):/, "");
  const found = new Map(
    nearMisses(
      keys.map(({ key }) => bare(key)),
      known,
    ).map(({ key, candidates }) => [key, candidates]),
  );
  return keys.map((waiting) => ({
    ...waiting,
    near: (found.get(bare(waiting.key)) ?? []).map(({ externalId, name }) => ({ id: externalId, name })),
  }));
}
