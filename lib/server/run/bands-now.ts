import "server-only";
import type { PoolClient } from "pg";
import { computeBook } from "./compute-book";
import { countedAccounts } from "./portfolio-day";

/** The band that people see of each account, and the one that it would have now; "new" for one they do not see yet. Null
 * before the first run. */
export async function bandsNow(
  client: PoolClient,
  accountIds: readonly number[],
): Promise<Array<{ before: string; after: string }> | null> {
  const { rows: runs } = await client.query<{ asOf: string; version: number }>(
    `select as_of as "asOf", model_version as version from runs where is_current`,
  );
  const [run] = runs;
  if (!run) return null;
  const computed = await computeBook(client, run.asOf, { accountIds, version: run.version });
  const { rows } = await client.query<{ id: number; band: string }>(
    "select account_id as id, coalesce(band, 'insufficient') as band from triage where account_id = any($1)",
    [accountIds],
  );
  const seen = new Map(rows.map(({ id, band }) => [id, band]));
  return countedAccounts(computed).map(({ band }, i) => ({
    before: seen.get(computed.book.accountIds[i] as number) ?? "new",
    after: band,
  }));
}
