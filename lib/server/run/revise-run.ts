import "server-only";
import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { announceRun } from "./announce";
import { type BookStatistics, bookStatisticsOf, loadBookStatistics } from "./book-statistics";
import { changePortfolioNow, replacePortfolioNow } from "./change-portfolio-now";
import { closeForLeft } from "./clocks/close-for-left";
import { runClocks } from "./clocks/run-clocks";
import { writeOpenings } from "./clocks/write-openings";
import { type ComputedBook, computeBook } from "./compute-book";
import { guardRun } from "./holds/guard-run";
import { addToPortfolioDay, type Counted, countedAccounts } from "./portfolio-day";
import { countedNow, loadCountedNow } from "./portfolio-now";
import { recordVerdicts } from "./record-verdicts";
import { loadManagers, planDivergences, writeDivergences } from "./write-divergences";
import { writeHealthDay, writeScores } from "./write-scores";
import { writeTriage } from "./write-triage";

type Shown = Counted & { accountId: number };
export type CurrentRun = { id: number; asOf: Day; version: number; accounts: number };

/** The run that everybody sees, its row held until the transaction ends; null before the first. */
export async function holdCurrentRun(client: PoolClient): Promise<CurrentRun | null> {
  const { rows } = await client.query<CurrentRun>(
    `select id, as_of as "asOf", model_version as version, accounts from runs where is_current for update`,
  );
  return rows[0] ?? null;
}

/** Makes a new revision of the current run in which some accounts are scored anew: the same rows that a full run would
 * write. Where the book's median or top quarter moves with them, every account's place in the queue does, so all are. */
export async function reviseRun(client: PoolClient, run: CurrentRun, accountIds: readonly number[]): Promise<void> {
  const computed = await computeBook(client, run.asOf, { accountIds, version: run.version });
  const { rows: before } = await client.query<Shown>(
    `select account_id as "accountId", segment, csm_id as "csmId", am_id as "amId", tone,
       coalesce(band, 'insufficient') as band, arr_cents as "arrCents"
     from triage where account_id = any($1)`,
    [accountIds],
  );
  const old = await loadBookStatistics(client);
  const statistics = movesArr(before, computed) ? await statisticsWith(client, computed, accountIds) : old;
  if (statistics.medianCents !== old.medianCents || statistics.topQuarterCents !== old.topQuarterCents)
    return reviseWhole(client, run, accountIds);
  await writeRevision(client, run, { accountIds, computed, before, statistics, isWhole: false });
}

async function reviseWhole(client: PoolClient, run: CurrentRun, accountIds: readonly number[]): Promise<void> {
  const computed = await computeBook(client, run.asOf, { version: run.version });
  const { rows: before } = await client.query<Shown>(
    `select account_id as "accountId", segment, csm_id as "csmId", am_id as "amId", tone,
       coalesce(band, 'insufficient') as band, arr_cents as "arrCents" from triage`,
  );
  const all = [...new Set([...accountIds, ...before.map((row) => row.accountId), ...computed.book.accountIds])];
  const statistics = bookStatisticsOf(computed.arrCents);
  await writeRevision(client, run, { accountIds: all, computed, before, statistics, isWhole: true });
}

interface Revision {
  accountIds: readonly number[];
  computed: ComputedBook;
  before: readonly Shown[];
  statistics: BookStatistics;
  /** The whole book is scored anew. */
  isWhole: boolean;
}

async function writeRevision(client: PoolClient, run: CurrentRun, revision: Revision): Promise<void> {
  const { accountIds, computed, before, statistics, isWhole } = revision;
  const removed = isWhole ? [] : await loadCountedNow(client, accountIds);
  await client.query("delete from run_scores where run_id = $1 and account_id = any($2)", [run.id, accountIds]);
  await writeScores(client, "run_scores", run.id, computed);
  await client.query("delete from health_day where day = $1 and account_id = any($2)", [run.asOf, accountIds]);
  await writeHealthDay(client, computed, false);
  const guarded = await guardRun(client, computed, { isWhole: false, size: run.accounts });
  const { effective } = guarded;
  await writeDivergences(client, run.asOf, planDivergences(effective, statistics, await loadManagers(client)));

  await client.query("create temporary table triage_revised (like triage) on commit drop");
  const clocks = await runClocks(client, effective);
  await writeOpenings(client, effective, clocks);
  await writeTriage(client, "triage_revised", run.id, computed, { ...statistics, clocks: clocks.open, effective });
  await announceRun(client, "triage_revised", run.asOf, guarded);
  await client.query("delete from triage where account_id = any($1)", [accountIds]);
  await client.query("insert into triage select * from triage_revised");
  await client.query("drop table triage_revised");
  await closeForLeft(client, run.asOf, accountIds);
  await recordVerdicts(client, run.asOf, accountIds);
  await addToPortfolioDay(client, run.asOf, { added: countedAccounts(computed), removed: before });
  const counting = { asOf: run.asOf, model: computed.model, added: countedNow(computed, effective) };
  await (isWhole ? replacePortfolioNow(client, counting) : changePortfolioNow(client, { ...counting, removed }));
  await client.query(
    "update runs set revision = revision + 1, accounts = accounts + $2, published_at = now() where id = $1",
    [run.id, computed.book.accountIds.length - before.length],
  );
}

function movesArr(before: readonly Shown[], computed: ComputedBook): boolean {
  const { accountIds } = computed.book;
  if (before.length !== accountIds.length) return true;
  const arrOf = new Map(before.map((row) => [row.accountId, row.arrCents ?? Number.NaN]));
  return accountIds.some((accountId, i) => !Object.is(arrOf.get(accountId), computed.arrCents[i]));
}

async function statisticsWith(
  client: PoolClient,
  computed: ComputedBook,
  accountIds: readonly number[],
): Promise<BookStatistics> {
  const { rows } = await client.query<{ arrCents: number }>(
    `select arr_cents as "arrCents" from triage where arr_cents is not null and account_id <> all($1)`,
    [accountIds],
  );
  return bookStatisticsOf(Float64Array.from([...rows.map((row) => row.arrCents), ...computed.arrCents]));
}
