import "server-only";
import type { PoolClient } from "pg";
import type { Database } from "@/db/client";
import { emitAudit } from "@/lib/server/audit";
import type { Ctx } from "@/lib/server/context";
import { announceRun } from "./announce";
import { applyQueue } from "./apply-queue";
import { bookStatisticsOf } from "./book-statistics";
import { replacePortfolioNow } from "./change-portfolio-now";
import { closeForLeft } from "./clocks/close-for-left";
import { runClocks } from "./clocks/run-clocks";
import { writeOpenings } from "./clocks/write-openings";
import type { ComputedBook } from "./compute-book";
import { guardRun } from "./holds/guard-run";
import { keepMarks } from "./keep-marks";
import { assertLease, type Lease } from "./lease";
import { lockSwap } from "./lock-publishing";
import { addToPortfolioDay, countedAccounts } from "./portfolio-day";
import { countedNow } from "./portfolio-now";
import { recordVerdicts } from "./record-verdicts";
import { createNextTriage, indexNextTriage, swapTriage } from "./swap-triage";
import { loadManagers, planDivergences, writeDivergences } from "./write-divergences";
import { writeHealthDay, writeScores } from "./write-scores";
import { writeTriage } from "./write-triage";

interface Publication {
  ctx: Ctx;
  tx: Database;
  client: PoolClient;
  lease: Lease;
  runId: number;
  computed: ComputedBook;
  note?: string | undefined;
}

/** Writes a whole run and makes it the current one, in the caller's transaction: scores, history, portfolio, triage,
 * divergences, notices and audit. What changed since the run began is applied on top before anybody sees it. */
export async function publishRun(publication: Publication): Promise<void> {
  const { ctx, tx, client, lease, runId, computed, note } = publication;
  const { asOf, model, scored } = computed;
  const partition = `run_scores_${runId}`;
  const statistics = bookStatisticsOf(computed.arrCents);

  await client.query("set local jit = off; set local lock_timeout = '10s'");
  await client.query(`create table ${partition} (like run_scores including defaults)`);
  await writeScores(client, partition, runId, computed);
  await client.query(`alter table ${partition} add primary key (run_id, account_id)`);
  const next = await createNextTriage(client, runId);
  const guarded = await guardRun(client, computed, { isWhole: true, size: scored.n });
  const { effective } = guarded;
  const clocks = await runClocks(client, effective);
  const fallen = await writeTriage(client, next, runId, computed, { ...statistics, clocks: clocks.open, effective });
  await indexNextTriage(client, next);

  await lockSwap(client);
  await assertLease(client, lease);
  await client.query(`alter table run_scores attach partition ${partition} for values in (${runId})`);
  await replaceDay(client, computed);
  await replacePortfolioNow(client, { runId, asOf, model, added: countedNow(computed, effective) });
  await writeOpenings(client, effective, clocks);
  await writeDivergences(client, asOf, planDivergences(effective, statistics, await loadManagers(client)));
  await announceRun(client, asOf, { ...guarded, next, of: null, fallen });
  await swapTriage(client, next);
  await keepMarks(client, null);
  await closeForLeft(client, asOf, null);
  await recordVerdicts(client, asOf, null);
  await client.query("update runs set is_current = false where is_current");
  await client.query(
    `update runs set status = 'published', is_current = true, published_at = now(), model_version = $2, definitions = $3,
       accounts = $4, median_arr_cents = $5, top_quarter_arr_cents = $6 where id = $1`,
    [runId, model.version, model.names, scored.n, statistics.medianCents, statistics.topQuarterCents],
  );
  await assertWhole(client, runId, scored.n);
  await applyQueue(client);
  await emitAudit(ctx, tx, {
    entry: "run.published",
    subject: `run:${runId}`,
    after: { asOf, modelVersion: model.version, accounts: scored.n, note: note ?? null },
  });
}

async function replaceDay(client: PoolClient, computed: ComputedBook): Promise<void> {
  const { asOf } = computed;
  await client.query("select ensure_months('health_day', $1, $1)", [asOf]);
  await client.query("delete from health_day where day = $1", [asOf]);
  await client.query("delete from portfolio_day where day = $1", [asOf]);
  await writeHealthDay(client, computed, false);
  await addToPortfolioDay(client, asOf, { added: countedAccounts(computed) });
}

async function assertWhole(client: PoolClient, runId: number, expected: number): Promise<void> {
  const { rows } = await client.query<{ scores: number; triage: number }>(
    `select (select count(*)::int from run_scores where run_id = $1) as scores,
       (select count(*)::int from triage where run_id = $1) as triage`,
    [runId],
  );
  const [counted] = rows;
  if (counted?.scores !== expected || counted.triage !== expected)
    throw new Error(`Run ${runId} should hold ${expected} accounts, but has ${counted?.scores} and ${counted?.triage}`);
}
