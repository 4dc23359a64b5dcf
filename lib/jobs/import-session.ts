import { getHistorySpan } from "@/db/queries/get-history-span";
import { getImportSession } from "@/db/queries/get-import-session";
import { adoptDefaultModel } from "@/lib/commands/adopt-default-model";
import { applyImport } from "@/lib/commands/apply-import";
import { computeRun } from "@/lib/commands/compute-run";
import { previewImport } from "@/lib/commands/preview-import";
import { replayAccounts } from "@/lib/commands/replay-accounts";
import { replayHistory } from "@/lib/commands/replay-history";
import { updateAccounts } from "@/lib/commands/update-accounts";
import type { ScoringResult } from "@/lib/core/import-ledger";
import { AppError } from "@/lib/errors";
import { noteInterruption } from "@/lib/ingest/note-interruption";
import { sessionFiles } from "@/lib/ingest/session-files";
import { endRequest, fileProgress, noteProgress, stageProgress } from "@/lib/ingest/session-progress";
import { type Ctx, systemContext } from "@/lib/server/context";
import { log } from "@/lib/server/log";
import { presentable } from "@/lib/server/presentable";
import { poolOf } from "@/lib/server/run/full-run";

/** Times that work is taken up again before it counts as failed. */
const MOST_RESUMES = 5;

/** Does what has been asked of a session of files: the dry run, or the import and the scores that follow from it. What a
 * lost process or connection left half-way was rolled back by the database, and is taken up here where it stopped. */
export async function importSession(sessionId: number, { isScored = true } = {}): Promise<void> {
  const ctx = await systemContext("import");
  const pool = poolOf(ctx);
  const holder = await pool.connect();
  // Idle for as long as the work takes: a connection that is lost meanwhile must not end the process.
  holder.on("error", (error) => log.warn("import.holder_lost", { sessionId, error }));
  try {
    const { rows } = await holder.query<{ mine: boolean }>(
      "select pg_try_advisory_lock(hashtext('bellwether.import_session'), $1) as mine",
      [sessionId],
    );
    if (!rows[0]?.mine) return;
    await takeUp(ctx, sessionId, isScored);
  } finally {
    // The lock ends with its connection, but only once the server sees that it is gone: whatever is asked next may come before.
    await holder.query("select pg_advisory_unlock_all()").catch(() => null);
    holder.release(true);
  }
}

async function takeUp(ctx: Ctx, sessionId: number, isScored: boolean): Promise<void> {
  const pool = poolOf(ctx);
  const session = await getImportSession(ctx, sessionId);
  if (!session.request) return;
  const isResumed = session.progress !== null && session.progress.stage !== "waiting";
  if (isResumed) {
    await pool.query("update import_sessions set resumed = resumed + 1 where id = $1", [sessionId]);
    await noteInterruption(pool, sessionId);
    log.warn("import.resumed", { sessionId, stage: session.progress?.stage });
  }
  try {
    if (session.request === "preview") {
      const { tell, settle } = stageProgress(pool, sessionId, "previewing");
      await previewImport(ctx, { sessionId, onProgress: tell }).finally(settle);
      return await endRequest(pool, sessionId, {});
    }
    if (session.request === "apply") await applyFiles(ctx, sessionId);
    const result = isScored ? await scoreAnew(ctx, sessionId) : null;
    await endRequest(pool, sessionId, { result });
  } catch (error) {
    // Somebody computes a run, or was killed while they did and still holds the right to: no fault of this work, and no try.
    if (error instanceof AppError && error.kind === "conflict")
      return await noteProgress(pool, sessionId, { stage: "waiting", done: 0, of: null });
    const { message } = presentable(error, "import-session");
    if (session.resumed >= MOST_RESUMES) return endRequest(pool, sessionId, { error: message });
    await pool.query("update import_sessions set error = $2 where id = $1", [sessionId, message]);
    throw error;
  }
}

async function applyFiles(ctx: Ctx, sessionId: number): Promise<void> {
  const pool = poolOf(ctx);
  const files = await sessionFiles(pool, sessionId);
  for (const [index, file] of files.entries()) {
    await noteProgress(pool, sessionId, { stage: "writing", done: index, of: files.length });
    await pool.query("update imports set status = 'importing' where id = $1", [file.importId]);
    const progress = fileProgress(pool, file.importId);
    await applyImport(ctx, { ...file, sessionId, onRecords: progress.tell }).finally(progress.settle);
  }
  await pool.query("update import_sessions set request = 'score' where id = $1", [sessionId]);
}

/** Replays history and publishes today's scores: those of the accounts concerned where that does, else everybody's from the
 * first day about which something changed. */
async function scoreAnew(ctx: Ctx, sessionId: number): Promise<ScoringResult | null> {
  const pool = poolOf(ctx);
  const { rows } = await pool.query<{ from: string | null; whole: boolean | null; today: boolean }>(
    `select min(replay_from)::text as from, bool_or(replay_whole) as whole,
       exists (select from runs where is_current and as_of = $2) as today
     from import_sessions where id = $1 or request is null`,
    [sessionId, ctx.today],
  );
  const [due] = rows;
  if (!due?.from) return null;
  await noteProgress(pool, sessionId, { stage: "replaying", done: 0, of: null });
  const adoptedModel = await adoptDefaultModel(ctx);
  const span = await getHistorySpan(ctx, ctx.today);
  const { tell: progress, settle } = stageProgress(pool, sessionId, "replaying");
  let since = due.from;
  if (due.today && !due.whole && !adoptedModel) {
    const { accountIds, days, from, isWhole } = await replayAccounts(ctx, { from: span.from, progress }).finally(
      settle,
    );
    if (!isWhole) {
      await noteProgress(pool, sessionId, { stage: "scoring", done: 0, of: null });
      const scored = await updateAccounts(ctx, accountIds);
      return { adoptedModel, daysReplayed: days, replayedFrom: days > 0 ? from : null, accountsScored: scored.length };
    }
    if (from && from < since) since = from;
  }
  const from = since > span.from ? since : span.from;
  const request = { from, to: ctx.today, progress };
  const daysReplayed = from < ctx.today ? await replayHistory(ctx, request).finally(settle) : 0;
  await noteProgress(pool, sessionId, { stage: "scoring", done: 0, of: null });
  const { accounts } = await computeRun(ctx, { note: `import ${sessionId}` });
  return { adoptedModel, daysReplayed, replayedFrom: daysReplayed > 0 ? from : null, accountsScored: accounts };
}

/** Takes up sessions whose worker was lost. */
export async function resumeImports(): Promise<void> {
  const pool = poolOf(await systemContext("import"));
  const { rows } = await pool.query<{ id: number }>(
    "select id from import_sessions where request is not null order by id",
  );
  for (const { id } of rows) await importSession(id);
}
