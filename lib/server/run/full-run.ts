import "server-only";
import { Pool } from "pg";
import type { Day } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { log } from "@/lib/server/log";
import { withTransaction } from "@/lib/server/transaction";
import { closeUpTo } from "./close-up-to";
import { computeBook } from "./compute-book";
import { type Lease, releaseLease, takeLease } from "./lease";
import { lockPublishing } from "./lock-publishing";
import { publishRun } from "./publish-run";
import { readWhole } from "./read-whole";

export interface RunRequest {
  asOf?: Day;
  /** A model version other than the one that counts on the day. */
  version?: number;
  /** Why it was computed, for the audit log. */
  note?: string;
  /** Does nothing where a run of the day was published since this moment: for schedulers, of which several may fire. */
  notSince?: Date;
}

export type PublishedRun = { runId: number; asOf: Day; accounts: number; isNew: boolean };

export const RUN_LEASE = "run";
/** Longer than any run takes; a worker that sleeps beyond it finds its lease taken and publishes nothing. */
const LEASE_SECONDS = 300;

/** Computes all accounts of the book as of a day and publishes them in one transaction, or not at all. */
export async function fullRun(ctx: Ctx, request: RunRequest = {}): Promise<PublishedRun> {
  const asOf = request.asOf ?? ctx.today;
  if (asOf > ctx.today)
    throw new AppError("invalid", `A run is of a day that has come: ${asOf} is after ${ctx.today}.`);
  const pool = poolOf(ctx);
  const lease = await takeLease(pool, RUN_LEASE, LEASE_SECONDS);
  if (!lease) throw new AppError("conflict", "A run is being computed already; its results will show in a moment.");
  try {
    const published = request.notSince ? await findPublished(pool, asOf, request.notSince) : null;
    return published ?? (await computeAndPublish(ctx, pool, lease, asOf, request));
  } finally {
    await releaseLease(pool, lease).catch((error) => log.warn("run.lease_not_released", { error }));
  }
}

async function computeAndPublish(
  ctx: Ctx,
  pool: Pool,
  lease: Lease,
  asOf: Day,
  request: RunRequest,
): Promise<PublishedRun> {
  const runId = await beginRun(pool, lease, asOf, request.version);
  try {
    await closeUpTo(pool, asOf);
    const computed = await readWhole(pool, (client) => computeBook(client, asOf, { version: request.version }));
    await withTransaction(
      ctx,
      ({ tx, client }) => publishRun({ ctx, tx, client, lease, runId, computed, note: request.note }),
      { statementTimeoutMillis: 0 },
    );
    return { runId, asOf, accounts: computed.book.accountIds.length, isNew: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await pool
      .query("update runs set status = 'failed', error = $2 where id = $1 and status = 'computing'", [runId, message])
      .catch((failure) => log.warn("run.failure_not_recorded", { error: failure }));
    throw error;
  }
}

/** From here on, whatever rescores an account also queues it for this run. */
function beginRun(pool: Pool, lease: Lease, asOf: Day, version?: number): Promise<number> {
  return withTransaction(pool, async ({ client }) => {
    await lockPublishing(client);
    await client.query(
      "update runs set status = 'failed', error = 'its worker stopped' where status = 'computing' and epoch < $1",
      [lease.epoch],
    );
    const { rows } = await client.query<{ id: number }>(
      `insert into runs (as_of, model_version, status, epoch, definitions)
       select $1, version, 'computing', $2, '{}' from model_versions
       where case when $3::int is null then withdrawn_on is null else version = $3 end
       order by effective_from <= $1 desc, case when effective_from <= $1 then -version else version end limit 1
       returning id`,
      [asOf, lease.epoch, version ?? null],
    );
    if (!rows[0])
      throw new AppError("invalid", "No model has been published yet: publish one before computing health.");
    return rows[0].id;
  });
}

async function findPublished(pool: Pool, asOf: Day, since: Date): Promise<PublishedRun | null> {
  const { rows } = await pool.query<{ id: number; accounts: number }>(
    `select id, accounts from runs where as_of = $1 and status = 'published' and started_at >= $2
     order by id desc limit 1`,
    [asOf, since],
  );
  return rows[0] ? { runId: rows[0].id, asOf, accounts: rows[0].accounts, isNew: false } : null;
}

/** The pool of a context that stands in no transaction. */
export function poolOf(ctx: Ctx): Pool {
  const pool = ctx.db.$client;
  if (!(pool instanceof Pool)) throw new Error("A run has transactions of its own: call it outside of one");
  return pool;
}
