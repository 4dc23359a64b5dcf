import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { ACCOUNTS, applyAccounts } from "./account-table";
import { type Applied, applyStage, fillQuietDays, resolveAccounts } from "./apply-stage";
import { applyPeople, PEOPLE } from "./people-table";
import type { SourceRow } from "./read-rows";
import { applyScorecards, SCORECARDS } from "./scorecard-table";
import { accountColumnOf, createStage, type Rejection, stageRows } from "./stage";
import type { TableSpec } from "./table-spec";

interface ApplyOptions {
  spec: TableSpec;
  today: Day;
  workspaceCurrency: string;
  /** Columns that are zero on days without a row; null: such a day is unknown. */
  quietDays?: readonly string[] | null;
}

/** What became of every row: accepted + unchanged + rejected = rows + filled. */
export interface RowLedger extends Applied {
  rows: number;
  /** Days of zero use added for a log that says nothing on a quiet day; among the accepted and unchanged. */
  filled: number;
  rejections: Rejection[];
}

/** Writes rows of one table, whatever they came from, inside the caller's transaction: staged, resolved, merged by their
 * natural keys. Rows that cannot be taken are named; the same rows again change nothing. */
export async function applyRows(
  client: PoolClient,
  rows: AsyncIterable<SourceRow>,
  { spec, today, workspaceCurrency, quietDays = null }: ApplyOptions,
): Promise<RowLedger> {
  const accountColumn = accountColumnOf(spec);
  const rejections: Rejection[] = [];
  await createStage(client, spec);
  const staged = await stageRows(client, rows, { spec, workspaceCurrency, rejections });
  const readable = staged + rejections.length;
  await client.query("analyze staged");
  if (spec !== ACCOUNTS && spec !== PEOPLE) await resolveAccounts(client, accountColumn, rejections);
  const filled = quietDays && spec.table === "usage_days" ? await fillQuietDays(client, quietDays) : 0;
  const applied =
    spec === ACCOUNTS
      ? await applyAccounts(client, today, rejections)
      : spec === PEOPLE
        ? await applyPeople(client, rejections)
        : spec === SCORECARDS
          ? await applyScorecards(client, rejections)
          : await applyStage(client, spec, rejections);
  if (applied.accepted + applied.unchanged + rejections.length !== readable + filled) {
    throw new Error(
      `The import's sums do not agree: ${JSON.stringify({ ...applied, rejected: rejections.length, readable })}`,
    );
  }
  rejections.sort((a, b) => a.line - b.line);
  return { ...applied, rows: readable, filled, rejections };
}
