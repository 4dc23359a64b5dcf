import type { Pool } from "pg";

/** Says of each file of a session that is taken up again what its lost worker left of it: the one at work was rolled back by
 * the database, those before it are kept. A file that is being written says so in its progress, and in its facts later. */
export async function noteInterruption(pool: Pool, sessionId: number): Promise<void> {
  await pool.query(
    `update imports set
       facts = case when status = 'imported' then jsonb_build_object('interrupted', 'kept') || facts else facts end,
       progress = case when status = 'importing' then coalesce(progress, '{}') || '{"isAgain": true}' else progress end
     where session_id = $1 and status in ('imported', 'importing')`,
    [sessionId],
  );
}
