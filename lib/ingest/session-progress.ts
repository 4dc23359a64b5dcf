import type { Pool } from "pg";
import type { ImportProgress, ScoringResult } from "@/lib/core/import-ledger";

const EVERY_MILLIS = 500;

/** Tells how far a session is, seen by everybody at once because it is written outside of the transaction at work. */
export async function noteProgress(pool: Pool, sessionId: number, progress: ImportProgress): Promise<void> {
  await pool.query("update import_sessions set progress = $2 where id = $1", [sessionId, JSON.stringify(progress)]);
}

/** The same for work that does not wait until it is told. What fails to be told is told the next time; `settle` waits for
 * the last of it, so that it does not come after the end, or into what is asked next. */
export function stageProgress(
  pool: Pool,
  sessionId: number,
  stage: ImportProgress["stage"],
): { tell: (done: number, of: number) => void; settle: () => Promise<void> } {
  let telling: Promise<unknown> = Promise.resolve();
  return {
    tell: (done, of) => {
      telling = telling.then(() => noteProgress(pool, sessionId, { stage, done, of })).catch(() => null);
    },
    settle: async () => void (await telling),
  };
}

/** Tells how far a file is, at most twice a second; what fails to be told is told the next time. `settle` waits for the
 * last of it, so that it does not come after the end. */
export function fileProgress(
  pool: Pool,
  importId: number,
): { tell: (done: number) => void; settle: () => Promise<void> } {
  let last = 0;
  let telling: Promise<unknown> = Promise.resolve();
  return {
    tell: (done) => {
      const now = performance.now();
      if (now - last < EVERY_MILLIS) return;
      last = now;
      telling = pool
        .query(
          "update imports set progress = coalesce(progress, '{}') || $2::jsonb where id = $1 and status = 'importing'",
          [importId, JSON.stringify({ stage: "reading", done, of: null })],
        )
        .catch(() => null);
    },
    settle: async () => void (await telling),
  };
}

/** The work asked of a session is done, or has failed for good. */
export async function endRequest(
  pool: Pool,
  sessionId: number,
  { result = null, error = null }: { result?: ScoringResult | null; error?: string | null },
): Promise<void> {
  await pool.query(
    `update import_sessions set request = null, progress = null, error = $3, result = coalesce($2, result) where id = $1`,
    [sessionId, result && JSON.stringify(result), error],
  );
  // Scores put off by others have been worked out along with these.
  if (result)
    await pool.query(
      "update import_sessions set replay_from = null, replay_whole = false where id = $1 or request is null",
      [sessionId],
    );
}
