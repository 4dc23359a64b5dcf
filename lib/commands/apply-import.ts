import "server-only";
import { AppError } from "@/lib/errors";
import { applyFile, type FileLedger } from "@/lib/ingest/apply-file";
import { changesAll } from "@/lib/ingest/queue-replays";
import { recordLedger } from "@/lib/ingest/record-ledger";
import type { SessionFile } from "@/lib/ingest/session-files";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { oweNotice } from "@/lib/server/owe-notice";
import { withTransaction } from "@/lib/server/transaction";
import { workspaceOf } from "@/lib/server/workspace";

export interface ToApply extends SessionFile {
  sessionId: number;
  onRecords?: (records: number) => void;
}

/** Writes one file of a session in one transaction, with its ledger. A file that is written already is left alone, so that
 * this may be repeated. What the file itself is at fault for is kept beside it as its error; null then. */
export async function applyImport(ctx: Ctx, request: ToApply): Promise<FileLedger | null> {
  await authorize(ctx, "import:run");
  const { importId, sessionId, file, onRecords } = request;
  try {
    return await withTransaction(
      ctx,
      async ({ tx, client }) => {
        // Whoever works on the same file waits here and finds it written.
        await client.query("select pg_advisory_xact_lock(hashtext('bellwether.import'), $1)", [importId]);
        const { rows } = await client.query<{ status: string; name: string }>(
          "select status, file_name as name from imports where id = $1",
          [importId],
        );
        if (!rows[0] || rows[0].status === "imported" || rows[0].status === "undone") return null;
        const workspace = await workspaceOf(client);
        const ledger = await applyFile(client, { ...file, today: ctx.today, workspace, onRecords }, { importId });
        await recordLedger(client, importId, ledger);
        await client.query(
          `update import_sessions set replay_from = least(replay_from, $2::date), replay_whole = replay_whole or $3
           where id = $1`,
          [sessionId, ledger.replayFrom, await changesAll(client, importId)],
        );
        const { accepted, unchanged, waiting, rejected } = ledger;
        const after = { fileName: rows[0].name, accepted, unchanged, waiting, rejected };
        await emitAudit(ctx, tx, { entry: "import.applied", subject: file.spec.table, after });
        await oweNotice(tx, {
          kind: "import_completed",
          dedupeKey: `import:${importId}`,
          payload: { importId, table: file.spec.table, ...after },
        });
        return ledger;
      },
      { statementTimeoutMillis: 0 },
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await ctx.db.$client.query("update imports set status = 'failed', progress = null, error = $2 where id = $1", [
      importId,
      error.message,
    ]);
    return null;
  }
}
