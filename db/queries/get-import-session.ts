import "server-only";
import { sql } from "drizzle-orm";
import type { ImportProgress, ImportStatus, RecordCounts, ScoreEffect, ScoringResult } from "@/lib/core/import-ledger";
import { AppError } from "@/lib/errors";
import type { ImportProfile } from "@/lib/ingest/import-profile";
import type { ImportFacts, ImportPreview } from "@/lib/ingest/import-session";
import type { Mapping } from "@/lib/ingest/mapping";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export interface ImportedFile {
  id: number;
  fileName: string;
  fileBytes: number;
  status: ImportStatus;
  /** Empty until it is known. */
  table: string;
  /** How the file is written, its columns, first rows, and what is suggested for it; null until it has been read. */
  profile: ImportProfile | null;
  mapping: Mapping | null;
  preview: ImportPreview | null;
  progress: ImportProgress | null;
  error: string | null;
  counts: Omit<RecordCounts, "created" | "updated" | "records" | "rows" | "filled"> & { accepted: number };
  facts: ImportFacts | null;
  firstDay: string | null;
  lastDay: string | null;
  importedBy: string;
  /** When it was written, as ISO text; null before. */
  appliedAt: string | null;
  undoneAt: string | null;
  /** Until when it can be undone; null where it cannot. */
  undoUntil: string | null;
  /** When a file with the same bytes was imported before. */
  sameAs: { importId: number; fileName: string; appliedAt: string } | null;
}

export interface ImportSession {
  id: number;
  startedAt: string;
  request: "preview" | "apply" | "score" | null;
  progress: ImportProgress | null;
  resumed: number;
  /** What all files together would do to the bands that people see, of the last dry run. */
  effect: ScoreEffect | null;
  result: ScoringResult | null;
  error: string | null;
  isDemo: boolean;
  files: ImportedFile[];
}

/** A session of files on their way in, as its steps show it; for those who may import. */
export async function getImportSession(ctx: Ctx, sessionId: number): Promise<ImportSession> {
  await authorize(ctx, "import:run");
  const { rows } = await ctx.db.execute<Omit<ImportSession, "files">>(sql`
    select s.id, to_json(s.started_at) as "startedAt", s.request, s.progress, s.resumed, s.preview as effect, s.result, s.error,
      (select is_demo from settings where id = 1) as "isDemo"
    from import_sessions s where s.id = ${sessionId}`);
  const [session] = rows;
  if (!session) throw new AppError("not_found", "There is no such import.");
  const files = await ctx.db.execute<ImportedFile & Record<string, unknown>>(sql`
    select i.id, i.file_name as "fileName", i.file_bytes as "fileBytes", i.status, i.table_name as "table", i.profile,
      i.mapping, i.preview, i.progress, i.error, i.facts, i.first_day as "firstDay", i.last_day as "lastDay",
      json_build_object('accepted', i.accepted, 'unchanged', i.unchanged, 'rejected', i.rejected, 'waiting', i.waiting,
        'leftOut', i.left_out, 'notRead', i.not_read) as counts,
      i.imported_by as "importedBy", to_json(i.applied_at) as "appliedAt", to_json(i.undone_at) as "undoneAt",
      case when i.status = 'imported' and i.applied_at > now() - interval '30 days'
        then to_json(i.applied_at + interval '30 days') end as "undoUntil",
      (select json_build_object('importId', o.id, 'fileName', o.file_name, 'appliedAt', to_json(o.applied_at)) from imports o
       where o.file_hash = i.file_hash and o.id < i.id and o.status = 'imported' and o.applied_at is not null
       order by o.id desc limit 1) as "sameAs"
    from imports i where i.session_id = ${sessionId} order by i.id`);
  return { ...session, files: files.rows };
}
