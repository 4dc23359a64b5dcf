import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { ACCOUNTS, applyAccounts } from "./account-table";
import { type Applied, applyStage, fillQuietDays, resolveAccounts } from "./apply-stage";
import { holdUnknown } from "./hold-unknown";
import type { Journal } from "./journal";
import { lookUpAccounts } from "./look-up-accounts";
import { applyPeople, PEOPLE } from "./people-table";
import type { SourceRow } from "./read-rows";
import { createRefused, refusedRows } from "./refused-rows";
import { applyScorecards, SCORECARDS } from "./scorecard-table";
import { shadowStaged } from "./shadow-tables";
import { accountColumnOf, createStage, type Rejection, stageRows } from "./stage";
import type { TableSpec } from "./table-spec";

interface ApplyOptions {
  spec: TableSpec;
  today: Day;
  workspaceCurrency: string;
  /** Columns that are zero on days without a row; null: such a day is unknown. */
  quietDays?: readonly string[] | null;
  /** Rows whose account is not known are rejected, or wait until it comes. */
  onUnknownAccount?: "reject" | "wait";
  /** The import that the rows are of: what it changes is written down, so that it can be undone. */
  journal?: Journal | null;
  /** Whether temporary tables stand before ours: the rows about to be changed are copied there first. */
  isTrial?: boolean;
  /** Looks at the staged rows once their accounts are known and before they are written; `refused` holds the others. */
  inspect?: () => Promise<void>;
}

/** What became of every row: accepted + unchanged + rejected + waiting = rows + filled. */
export interface RowLedger extends Applied {
  rows: number;
  /** Days of zero use added for a log that says nothing on a quiet day; among the accepted and unchanged. */
  filled: number;
  /** Rows that wait for their account. */
  waiting: number;
  rejected: number;
  /** The first of the rejected rows; the transaction's table `refused` has all until the next rows are applied. */
  rejections: Rejection[];
}

/** Writes rows of one table, whatever they came from, inside the caller's transaction: staged, resolved, merged by their
 * natural keys. Rows that cannot be taken are named; the same rows again change nothing. Whoever brings accounts calls
 * takeWaiting afterwards. */
export async function applyRows(
  client: PoolClient,
  rows: AsyncIterable<SourceRow>,
  options: ApplyOptions,
): Promise<RowLedger> {
  const { spec, today, workspaceCurrency, quietDays = null, journal = null } = options;
  const accountColumn = accountColumnOf(spec);
  const hasAccount = spec !== ACCOUNTS && spec !== PEOPLE;
  const waits = hasAccount && options.onUnknownAccount === "wait";
  const found = hasAccount ? await lookUpAccounts(client, rows) : { rows, idOf: null };
  await createStage(client, spec);
  await createRefused(client);
  const { idOf } = found;
  const readable = await stageRows(client, found.rows, { spec, workspaceCurrency, idOf, waits });
  await client.query("analyze staged");
  const held = waits
    ? await holdUnknown(client, spec.table, journal?.importId ?? null)
    : { waiting: 0, alreadyWaiting: 0 };
  if (hasAccount) await resolveAccounts(client, accountColumn);
  await options.inspect?.();
  const filled = quietDays && spec.table === "usage_days" ? await fillQuietDays(client, quietDays) : 0;
  if (options.isTrial) await shadowStaged(client, spec);
  const applied =
    spec === ACCOUNTS
      ? await applyAccounts(client, today, journal)
      : spec === PEOPLE
        ? await applyPeople(client, journal)
        : spec === SCORECARDS
          ? await applyScorecards(client, journal)
          : await applyStage(client, spec, journal);
  const unchanged = applied.unchanged + held.alreadyWaiting;
  const refused = await refusedRows(client);
  const { rejected } = refused;
  if (applied.accepted + unchanged + rejected + held.waiting !== readable + filled)
    throw new Error(`The import's sums do not agree: ${JSON.stringify({ ...applied, ...held, rejected, readable })}`);
  return { ...applied, unchanged, rows: readable, filled, waiting: held.waiting, ...refused };
}
