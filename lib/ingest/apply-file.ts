import type { PoolClient } from "pg";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import type { Day } from "@/lib/core/calendar";
import { loadAccountIds } from "./account-key";
import { applyRows, type RowLedger } from "./apply-rows";
import { loadLinks } from "./apply-stage";
import type { Dialect } from "./dialect";
import { dropLeaks } from "./drop-leaks";
import type { FileSource } from "./file-source";
import { type Journal, journalSince, keepBefore } from "./journal";
import { linkOf } from "./link-of";
import { type Mapping, sourcesOf } from "./mapping";
import { metricsMapping } from "./melt-record";
import type { Finding } from "./quality-finding";
import { leakReport, qualityReport } from "./quality-report";
import { queueReplays } from "./queue-replays";
import { type CsvRecord, type RecordShape, readRecords, recordShape } from "./read-records";
import { type FileShape, type RowTarget, readRows } from "./read-rows";
import { keepRefused } from "./refused-rows";
import { shadowWhole } from "./shadow-tables";
import { accountColumnOf } from "./stage";
import type { TableSpec } from "./table-spec";
import { TABLES } from "./tables";
import { takeWaiting } from "./take-waiting";

export interface ReadableFile {
  source: FileSource;
  dialect: Dialect;
}

export interface FileToApply extends ReadableFile {
  spec: TableSpec;
  mapping: Mapping | null;
  today: Day;
  workspace: { currency: string; timeZone: string };
  /** The files that the mapping's links name, by their import. */
  linked: ReadonlyMap<number, ReadableFile>;
  /** A dry run, with temporary tables before ours: everything odd about the file is looked for, not only what is left out. */
  isTrial?: boolean;
  /** Told from time to time how many records have been read. */
  onRecords?: (records: number) => void;
}

/** What became of every record: accepted + unchanged + rejected + waiting + leftOut + notRead account for all of them, save
 * where a mapping gathers, spreads or melts them: then `rows` and `filled` stand beside. */
export interface FileLedger extends RowLedger {
  /** Records that were read; `notRead` lines stand behind a quote that never closes, which `unreadable` places. */
  records: number;
  leftOut: number;
  notRead: RecordShape["notRead"];
  unreadable: RecordShape["unreadable"];
  ignoredColumns: string[];
  /** What is odd about the file, as far as it was looked for. */
  quality: Finding[];
  /** The first day about which something changed. */
  replayFrom: Day | null;
}

/** What an error file adds to the columns of the file it comes from. */
const OWN_COLUMNS = new Set(["_row", "_field", "_error"]);

/** Writes a file's records into its table inside the caller's transaction, and what it changes into the import's journal. */
export async function applyFile(client: PoolClient, file: FileToApply, journal: Journal): Promise<FileLedger> {
  await client.query("select set_config('timezone', $1, true)", [file.workspace.timeZone]);
  const feeds = ["feeds", "told_days"].map((table) => ({ table, where: "true" }));
  await client.query("delete from import_faults where import_id = $1", [journal.importId]);
  const first = await applyOnce(client, file, journal);
  const melted = file.mapping && metricsMapping(file.mapping, file.spec);
  const metrics = melted && (await applyOnce(client, { ...file, spec: metricsSpec(), mapping: melted }, journal));
  const ledger = metrics ? together(first, metrics) : first;
  if (file.spec.table === "accounts")
    await takeWaiting(client, {
      today: file.today,
      workspaceCurrency: file.workspace.currency,
      causedBy: journal.importId,
      isTrial: file.isTrial,
    });
  await keepBefore(client, feeds);
  await refreshFeeds(client);
  await journalSince(client, journal, feeds);
  await queueReplays(client, journal.importId, file.today);
  return { ...ledger, replayFrom: await firstChange(client, file, ledger) };
}

async function applyOnce(client: PoolClient, file: FileToApply, journal: Journal): Promise<FileLedger> {
  const { spec, mapping, today, workspace } = file;
  const shape: FileShape = { records: 0, leftOut: 0, ignored: [] };
  const read = recordShape();
  const records = counted(readRecords(file.source, file.dialect, read), file.onRecords);
  const rows = readRows(records, await targetOf(client, file), mapping, shape);
  const isWhole = (name: string) => spec.columns.some((column) => column.name === name && column.type === "integer");
  const quietDays = mapping?.quietDays === "zero" ? [...sourcesOf(mapping).keys()].filter(isWhole) : null;
  const options = { spec, today, workspaceCurrency: workspace.currency, quietDays, journal, isTrial: file.isTrial };
  let quality: Finding[] = [];
  const inspect = async () => {
    const inspected = { spec, today, mapping, importId: journal.importId };
    const find = file.isTrial ? qualityReport : leakReport;
    quality = await find(client, inspected);
    await dropLeaks(client, spec, quality);
  };
  const ledger = await applyRows(client, rows, { ...options, onUnknownAccount: "wait", inspect });
  return {
    ...ledger,
    rejected: await keepRefused(client, journal.importId, "new lines"),
    records: shape.records,
    leftOut: shape.leftOut,
    notRead: read.notRead,
    unreadable: read.unreadable,
    ignoredColumns: shape.ignored.filter((name) => !OWN_COLUMNS.has(name)),
    quality,
    replayFrom: null,
  };
}

async function* counted(records: AsyncIterable<CsvRecord>, tell: FileToApply["onRecords"]) {
  let n = 0;
  for await (const record of records) {
    n += 1;
    if (n % 5000 === 0) tell?.(n);
    yield record;
  }
  tell?.(n);
}

/** What the file's account column is resolved by. */
async function targetOf(client: PoolClient, file: FileToApply): Promise<RowTarget> {
  const { spec, mapping } = file;
  if (!mapping) return { spec };
  const source = sourcesOf(mapping).get(accountColumnOf(spec));
  const accounts = mapping.accountBy === "external_id" ? null : await loadAccountIds(client, mapping.accountBy);
  if (source?.link) {
    const link = mapping.links[source.link];
    const table = link && file.linked.get(link.importId);
    if (link && table)
      return {
        spec,
        accounts,
        link: { name: source.link, accounts: await linkOf(readRecords(table.source, table.dialect), link) },
      };
  }
  if (!source?.through) return { spec, accounts };
  if (file.isTrial) await shadowWhole(client, source.through);
  return { spec, accounts, link: { name: source.through, accounts: await loadLinks(client, source.through) } };
}

function metricsSpec(): TableSpec {
  const spec = TABLES.get("metrics");
  if (!spec) throw new Error("There is no table for metrics");
  return spec;
}

/** A file read a second time for its metrics: the records are the same, the rows are more. */
function together(first: FileLedger, metrics: FileLedger): FileLedger {
  return {
    ...first,
    accepted: first.accepted + metrics.accepted,
    updated: (first.updated ?? 0) + (metrics.updated ?? 0),
    unchanged: first.unchanged + metrics.unchanged,
    waiting: first.waiting + metrics.waiting,
    rows: first.rows + metrics.rows,
    quality: [...first.quality, ...metrics.quality],
    rejected: first.rejected + metrics.rejected,
  };
}

async function firstChange(client: PoolClient, { spec, today }: FileToApply, ledger: FileLedger): Promise<Day | null> {
  if (ledger.accepted === 0) return null;
  const { rows } = await client.query<{ first: Day | null }>(
    "select min(from_day)::text as first from changed_accounts where changed_at = now()",
  );
  const days = [rows[0]?.first, spec.table === "scorecards" ? ledger.firstDay : null, today];
  return days.filter((day): day is Day => typeof day === "string").sort()[0] ?? null;
}
