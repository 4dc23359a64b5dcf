import "server-only";
import type { PoolClient } from "pg";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type Left, undoChanges } from "@/lib/ingest/undo-changes";
import { undoWaiting } from "@/lib/ingest/undo-waiting";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";
import { UNDO_DAYS } from "@/lib/server/undo-days";

export const UndoImport = z.strictObject({ importId: z.int().positive() });

type Undone = { fileName: string; sessionId: number | null; left: Left[] };

/** Restores what was before a file was imported. What something else has changed since stays and is named. History is
 * replayed and the accounts are rescored by the worker. */
export async function undoImport(ctx: Ctx, { importId }: z.output<typeof UndoImport>): Promise<Undone> {
  await authorize(ctx, "import:run");
  return withTransaction(
    ctx,
    async ({ tx, client }) => {
      const { rows } = await client.query<{
        table: string;
        name: string;
        session: number | null;
        status: string;
        late: boolean;
      }>(
        `select table_name as "table", file_name as name, session_id as session, status,
           applied_at is null or applied_at < now() - make_interval(days => $2) as late
         from imports where id = $1 for update`,
        [importId, UNDO_DAYS],
      );
      const [found] = rows;
      if (!found) throw new AppError("not_found", "There is no such import.");
      if (found.status !== "imported") throw new AppError("conflict", `${found.name} is not imported.`);
      if (found.late)
        throw new AppError("conflict", `${found.name} was imported more than ${UNDO_DAYS} days ago and stays.`);
      // What is kept of a row says its moments in UTC.
      await client.query("select set_config('timezone', 'UTC', true)");
      await undoWaiting(client, importId);
      const left = await undoChanges(client, importId, [found.table, "metrics"]);
      await client.query(
        `update imports set status = 'undone', undone_at = now(),
           facts = coalesce(facts, '{}') || jsonb_build_object('left', $2::jsonb) where id = $1`,
        [importId, JSON.stringify(left)],
      );
      if (found.session !== null) await askForScores(client, found.session);
      await emitAudit(ctx, tx, { entry: "import.undone", subject: found.name, after: { importId, left } });
      return { fileName: found.name, sessionId: found.session, left };
    },
    { statementTimeoutMillis: 0 },
  );
}

async function askForScores(client: PoolClient, sessionId: number): Promise<void> {
  await client.query(
    `update import_sessions set request = coalesce(request, 'score'), replay_whole = true, progress = '{"stage": "waiting", "done": 0, "of": null}',
       replay_from = least(replay_from,
         (select min(from_day) from changed_accounts where changed_at = now()),
         (select min(first_day) from imports where session_id = $1))
     where id = $1`,
    [sessionId],
  );
  await client.query(
    "select graphile_worker.add_job('import-session', json_build_object('sessionId', $1::int), job_key := $2, priority := -1)",
    [sessionId, `import-session:${sessionId}`],
  );
}
