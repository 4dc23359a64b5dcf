import { getImportSession, type ImportedFile } from "@/db/queries/get-import-session";
import { type ImportFault, listImportFaults } from "@/db/queries/list-import-faults";
import { type FeedRow, listFeeds } from "@/db/queries/sources/list-feeds";
import { listRecentImports } from "@/db/queries/sources/list-recent-imports";
import { listSources, type SourceRow } from "@/db/queries/sources/list-sources";
import type { RecentImport } from "@/lib/core/import-ledger";
import { AppError } from "@/lib/errors";
import { listOf, minutesAgo } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** Every file imported, newest first. */
export function exportImports({ now }: ViewerCtx): ReadList {
  return {
    words: [],
    read: async (ctx, limit) =>
      listOf<RecentImport>(await listRecentImports(ctx, limit), {
        import: (row) => row.id,
        file: (row) => row.fileName,
        table: (row) => row.table,
        status: (row) => row.status,
        at: (row) => minutesAgo(now, row.minutesAgo),
        taken: (row) => row.accepted,
        unchanged: (row) => row.unchanged,
        rejected: (row) => row.rejected,
        waiting: (row) => row.waiting,
        first_day: (row) => row.firstDay,
        last_day: (row) => row.lastDay,
      }),
  };
}

/** What became of every record of the files of one session: the kinds add up to the records. */
export function exportImportLedger(_: ViewerCtx, search: URLSearchParams): ReadList {
  const session = idIn(search, "session");
  return {
    words: [session],
    read: async (ctx) =>
      listOf<ImportedFile>((await getImportSession(ctx, session)).files, {
        import: (file) => file.id,
        file: (file) => file.fileName,
        table: (file) => file.table,
        status: (file) => file.status,
        imported_by: (file) => file.importedBy,
        imported_at: (file) => file.appliedAt,
        undone_at: (file) => file.undoneAt,
        records: (file) => file.facts?.records ?? null,
        new: (file) => file.facts?.created ?? null,
        changed: (file) => file.facts?.updated ?? null,
        unchanged: (file) => file.counts.unchanged,
        rejected: (file) => file.counts.rejected,
        waiting: (file) => file.counts.waiting,
        left_out: (file) => file.counts.leftOut,
        not_read: (file) => file.counts.notRead,
        rows: (file) => file.facts?.rows ?? null,
        error: (file) => file.error,
      }),
  };
}

/** The records of one import that were not taken, and why. */
export function exportImportFaults(_: ViewerCtx, search: URLSearchParams): ReadList {
  const id = idIn(search, "import");
  return {
    words: [id],
    read: async (ctx, limit) =>
      listOf<ImportFault>(await listImportFaults(ctx, id, limit), {
        line: (fault) => fault.line,
        column: (fault) => fault.field,
        reason: (fault) => fault.reason,
      }),
  };
}

export function exportSources({ now }: ViewerCtx): ReadList {
  return {
    words: [],
    read: async (ctx) =>
      listOf<SourceRow>(await listSources(ctx), {
        name: (source) => source.name,
        kind: (source) => source.kind,
        at: (source) => source.at,
        enabled: (source) => source.enabled,
        every_minutes: (source) => source.everyMinutes,
        promised_hours: (source) => source.promisedHours,
        last_delivery: (source) =>
          source.deliveredMinutesAgo === null ? null : minutesAgo(now, source.deliveredMinutesAgo),
        next_run: (source) => (source.nextInMinutes === null ? null : minutesAgo(now, -source.nextInMinutes)),
        rows_of_day: (source) => source.rowsOfDay,
        failing: (source) => source.failing.join(";"),
      }),
  };
}

export function exportFeeds(): ReadList {
  return {
    words: [],
    read: async (ctx) =>
      listOf<FeedRow>(await listFeeds(ctx), {
        feed: (row) => row.feed,
        state: (row) => row.state,
        last_day: (row) => row.lastDay,
        age_days: (row) => row.ageDays,
        limit_days: (row) => row.limitDays,
        stale_on: (row) => row.staleOn,
        rows: (row) => row.rows,
      }),
  };
}

function idIn(search: URLSearchParams, name: string): number {
  const id = search.get(name) ?? "";
  if (!/^\d{1,9}$/.test(id)) throw new AppError("invalid", `Say which: ${name}=12.`);
  return Number(id);
}
