import "server-only";
import type { PoolClient } from "pg";
import { priorityFactsOf, priorityOf } from "@/lib/core/portfolio/triage";
import { loadFormula } from "./load-formula";
import { loadRanked } from "./load-ranked";
import { holdCurrentRun, reviseRun } from "./revise-run";

/** Orders the current run by the formula as it now stands, and tells how many rows moved; the caller holds the publishing lock. */
export async function rankAnew(client: PoolClient): Promise<number> {
  const formula = await loadFormula(client);
  const { rows, medianCents } = await loadRanked(client);
  const { rows: holds } = await client.query("select from holds where released_at is null limit 1");
  const run = await holdCurrentRun(client);
  // While something is held, rows are ranked by the health before it, which triage does not show.
  if (run && holds.length > 0) {
    await reviseRun(
      client,
      run,
      rows.map(({ accountId }) => accountId),
    );
    return rows.length;
  }
  const { rowCount } = await client.query(
    `update triage t set priority = given.priority from unnest($1::int[], $2::float8[]) given (account_id, priority)
     where t.account_id = given.account_id and t.priority <> given.priority`,
    [
      rows.map(({ accountId }) => accountId),
      rows.map((row) => priorityOf(priorityFactsOf(row, medianCents), formula).priority),
    ],
  );
  await client.query("update runs set revision = revision + 1, published_at = now() where is_current");
  return rowCount ?? 0;
}
