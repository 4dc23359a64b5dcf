import "server-only";
import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { announceRun, type Stood } from "./announce";
import { type BookStatistics, bookStatisticsOf, loadBookStatistics } from "./book-statistics";
import { changePortfolioNow, replacePortfolioNow } from "./change-portfolio-now";
import { closeForLeft } from "./clocks/close-for-left";
import { runClocks } from "./clocks/run-clocks";
import { writeOpenings } from "./clocks/write-openings";
import { type ComputedBook, computeBook } from "./compute-book";
import { type Guarded, guardRun } from "./holds/guard-run";
import { keepMarks } from "./keep-marks";
import { addToPortfolioDay, type Counted, countedAccounts } from "./portfolio-day";
import { countedNow, loadCountedNow } from "./portfolio-now";
import { recordVerdicts } from "./record-verdicts";
import { loadManagers, planDivergences, writeDivergences } from "./write-divergences";
import { toneCode, writeHealthDay, writeScores } from "./write-scores";
import { writeTriage } from "./write-triage";

type Shown = Counted & Stood;
const SHOWN = `select account_id as "accountId", run_id as "runId", segment, csm_id as "csmId", am_id as "amId", tone,
  coalesce(band, 'insufficient') as band, band as "bandKey", health, arr_cents as "arrCents" from triage`;
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
  const { rows: before } = await client.query<Shown>(`${SHOWN} where account_id = any($1)`, [accountIds]);
  const old = await loadBookStatistics(client);
  const statistics = movesArr(before, computed) ? await statisticsWith(client, computed, accountIds) : old;
  if (statistics.medianCents !== old.medianCents || statistics.topQuarterCents !== old.topQuarterCents)
    return reviseWhole(client, run, accountIds);
  await writeRevision(client, run, { accountIds, computed, before, statistics, isWhole: false });
}

async function reviseWhole(client: PoolClient, run: CurrentRun, accountIds: readonly number[]): Promise<void> {
  const computed = await computeBook(client, run.asOf, { version: run.version });
  const { rows: before } = await client.query<Shown>(SHOWN);
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
  const removed = isWhole ? [] : await loadCountedNow(client, run.id, accountIds);
  await client.query("delete from run_scores where run_id = $1 and account_id = any($2)", [run.id, accountIds]);
  await writeScores(client, "run_scores", run.id, computed);
  await client.query("delete from health_day where day = $1 and account_id = any($2)", [run.asOf, accountIds]);
  await writeHealthDay(client, computed, false);
  const guarded = await guardRun(client, computed, { isWhole: false, size: run.accounts });
  const { effective } = guarded;
  await writeDivergences(client, run.asOf, planDivergences(effective, statistics, await loadManagers(client)));

  const clocks = await runClocks(client, effective);
  await writeOpenings(client, effective, clocks);
  await client.query("delete from triage where account_id = any($1)", [accountIds]);
  const around = { ...statistics, clocks: clocks.open, effective };
  const fallen = await writeTriage(client, "triage", run.id, computed, around);
  const moved = movedOf(before, computed, guarded);
  await announceRun(client, run.asOf, { ...guarded, next: "triage", of: { accountIds, moved }, fallen });
  await keepMarks(client, accountIds);
  await closeForLeft(client, run.asOf, leftAndBack(before, computed));
  await recordVerdicts(client, run.asOf, accountIds);
  await addToPortfolioDay(client, run.asOf, { added: countedAccounts(computed), removed: before });
  const counting = { runId: run.id, asOf: run.asOf, model: computed.model, added: countedNow(computed, effective) };
  await (isWhole ? replacePortfolioNow(client, counting) : changePortfolioNow(client, { ...counting, removed }));
  await client.query(
    `update runs set revision = revision + 1, accounts = accounts + $2, published_at = now(), median_arr_cents = $3,
       top_quarter_arr_cents = $4 where id = $1`,
    [run.id, computed.book.accountIds.length - before.length, statistics.medianCents, statistics.topQuarterCents],
  );
}

/** How those stood whose tone is another now, and those of whom something is held or was. */
function movedOf(
  before: readonly Shown[],
  { book, model, scored }: ComputedBook,
  { held, heldBefore }: Guarded,
): Shown[] {
  const toneOf = new Map(
    Array.from(book.accountIds, (id, i) => [
      id,
      toneCode(model, scored.definition[i] as number, scored.healthBand[i] as number),
    ]),
  );
  const isHeld = new Set([...held, ...heldBefore].map(({ accountId }) => accountId));
  return before.filter(({ accountId, tone }) => isHeld.has(accountId) || tone !== toneOf.get(accountId));
}

function leftAndBack(before: readonly Shown[], { book }: ComputedBook) {
  const [was, is] = [new Set(before.map(({ accountId }) => accountId)), new Set(book.accountIds)];
  return { left: [...was].filter((id) => !is.has(id)), back: [...is].filter((id) => !was.has(id)) };
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
