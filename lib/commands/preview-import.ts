import "server-only";
import type { Pool, PoolClient } from "pg";
import { closeChanged } from "@/db/days/close-changed";
import { findHistory } from "@/db/days/find-history";
import type { Day } from "@/lib/core/calendar";
import type { ScoreEffect } from "@/lib/core/import-ledger";
import { AppError } from "@/lib/errors";
import { applyFile, type FileLedger } from "@/lib/ingest/apply-file";
import { groupFaults } from "@/lib/ingest/group-faults";
import type { ImportPreview } from "@/lib/ingest/import-session";
import { nearKeys } from "@/lib/ingest/near-keys";
import { previewChanges } from "@/lib/ingest/preview-changes";
import { factsOf } from "@/lib/ingest/record-ledger";
import { type SessionFile, sessionFiles } from "@/lib/ingest/session-files";
import { shadowHistory, shadowTables } from "@/lib/ingest/shadow-tables";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { bandsNow } from "@/lib/server/run/bands-now";
import { poolOf } from "@/lib/server/run/full-run";
import { snapshot } from "@/lib/server/run/read-whole";
import { sliceDays } from "@/lib/server/run/slice-days";
import { withTransaction } from "@/lib/server/transaction";
import { workspaceOf } from "@/lib/server/workspace";

export interface ToPreview {
  sessionId: number;
  onProgress?: (done: number, of: number) => void;
}

type Outcome = { importId: number; preview: ImportPreview | null; error: string | null };

/** Accounts up to which a dry run works out what becomes of their bands. */
const MOST_SCORED = 5_000;

class Back extends Error {}

/** Writes all files of a session into temporary tables that stand before ours, as of one moment, looks at what came of it,
 * and takes everything back. Nobody waits for it, and it waits for nobody. */
export async function previewImport(ctx: Ctx, { sessionId, onProgress }: ToPreview): Promise<void> {
  await authorize(ctx, "import:run");
  const pool = poolOf(ctx);
  const files = await sessionFiles(pool, sessionId);
  const outcomes: Outcome[] = [];
  let effect: ScoreEffect | null = null;
  const dryRun = withTransaction(pool, async ({ client }) => {
    await snapshot(client);
    await shadowTables(client);
    for (const [index, file] of files.entries()) {
      onProgress?.(index, files.length);
      outcomes.push(await previewOf(ctx, client, file));
    }
    effect = await effectOf(client);
    throw new Back();
  });
  await dryRun.catch((error) => {
    if (!(error instanceof Back)) throw error;
  });
  await keep(ctx, pool, sessionId, outcomes, effect);
}

async function previewOf(ctx: Ctx, client: PoolClient, { importId, file }: SessionFile): Promise<Outcome> {
  await client.query("savepoint before_file");
  try {
    const workspace = await workspaceOf(client);
    const ledger = await applyFile(client, { ...file, today: ctx.today, workspace, isTrial: true }, { importId });
    const preview = await summaryOf(client, file, importId, ledger);
    await client.query("release savepoint before_file");
    return { importId, preview, error: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await client.query("rollback to savepoint before_file");
    return { importId, preview: null, error: error.message };
  }
}

async function summaryOf(
  client: PoolClient,
  { spec, mapping }: SessionFile["file"],
  importId: number,
  ledger: FileLedger,
): Promise<ImportPreview> {
  const facts = await factsOf(client, importId, ledger);
  const { records, created, updated, rows, filled, ignoredColumns, notes, waitingKeys } = facts;
  const { unchanged, rejected, waiting, leftOut, notRead } = ledger;
  return {
    counts: {
      records,
      created,
      updated,
      unchanged,
      rejected,
      waiting,
      leftOut,
      notRead,
      rows,
      filled,
    },
    changes: await previewChanges(client, spec, importId),
    faults: await groupFaults(client, importId),
    quality: ledger.quality,
    waitingKeys: await nearKeys(client, waitingKeys),
    confirmedKeys: await nearKeys(
      client,
      Object.keys(mapping?.accountMatches ?? {}).map((key) => ({ key, rows: 0 })),
    ),
    ignoredColumns,
    notes: facts.notReadWhy ? [...notes, facts.notReadWhy] : notes,
    firstDay: ledger.firstDay,
    lastDay: ledger.lastDay,
  };
}

/** What becomes of the bands that people see, inside the dry run. */
async function effectOf(client: PoolClient): Promise<ScoreEffect> {
  const { rows } = await client.query<{ id: number }>(
    "select account_id as id from changed_accounts where changed_at = now()",
  );
  const accountIds = rows.map(({ id }) => id);
  const untold = (why: string): ScoreEffect => ({ accounts: accountIds.length, moves: null, changeBand: null, why });
  if (accountIds.length > MOST_SCORED) return untold(`not estimated above ${MOST_SCORED} accounts`);
  const [days, history] = [await sliceDays(client), await findHistory(client)];
  const bands = days && history && (await bandsAfter(client, accountIds, days, history.lastDay));
  if (!bands) return untold("there are no scores yet: after the import every account is scored");
  const moves = new Map<string, { from: string; to: string; accounts: number }>();
  for (const { before, after } of bands) {
    const key = `${before}\n${after}`;
    const move = moves.get(key) ?? { from: before, to: after, accounts: 0 };
    move.accounts += 1;
    if (before !== after) moves.set(key, move);
  }
  const told = [...moves.values()].sort((a, b) => b.accounts - a.accounts);
  const changeBand = told.filter(({ from }) => from !== "new").reduce((sum, { accounts }) => sum + accounts, 0);
  return { accounts: accountIds.length, moves: told, changeBand, why: null };
}

async function bandsAfter(client: PoolClient, accountIds: number[], days: Day[], lastDay: Day) {
  await shadowHistory(client, accountIds, days, lastDay);
  await closeChanged(client);
  return bandsNow(client, accountIds);
}

async function keep(ctx: Ctx, pool: Pool, sessionId: number, outcomes: readonly Outcome[], effect: ScoreEffect | null) {
  await withTransaction(pool, async ({ tx, client }) => {
    for (const { importId, preview, error } of outcomes)
      await client.query("update imports set preview = $2, error = $3 where id = $1", [
        importId,
        preview && JSON.stringify(preview),
        error,
      ]);
    await client.query("update import_sessions set preview = $2 where id = $1", [sessionId, JSON.stringify(effect)]);
    const failed = outcomes.filter(({ error }) => error !== null).length;
    await emitAudit(ctx, tx, { entry: "import.dry_run", subject: `session ${sessionId}`, after: { failed } });
  });
}
