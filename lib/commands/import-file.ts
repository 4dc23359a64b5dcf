import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { imports, settings } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { loadAccountIds } from "@/lib/ingest/account-key";
import { applyRows, type RowLedger } from "@/lib/ingest/apply-rows";
import { loadLinks } from "@/lib/ingest/apply-stage";
import { detectDialect } from "@/lib/ingest/dialect";
import { fileSource } from "@/lib/ingest/file-source";
import type { Mapping } from "@/lib/ingest/mapping";
import { sourcesOf } from "@/lib/ingest/mapping";
import { type RecordShape, readRecords, recordShape } from "@/lib/ingest/read-records";
import { type FileShape, readRows } from "@/lib/ingest/read-rows";
import { accountColumnOf } from "@/lib/ingest/stage";
import { TABLES } from "@/lib/ingest/tables";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export interface ImportRequest {
  table: string;
  path: string;
  mapping: Mapping | null;
  isDryRun?: boolean;
  intoDemo?: boolean;
}

/** What became of every record of the file: accepted + unchanged + rejected + leftOut account for all of them, save
 * where a mapping groups records into rows or fills quiet days. */
export interface ImportLedger extends RowLedger {
  records: number;
  leftOut: number;
  ignoredColumns: string[];
  /** Lines behind a quote that never closes, and where it opens. */
  notRead: RecordShape["notRead"];
  unreadable: RecordShape["unreadable"];
}

class DryRun extends Error {}

/** Imports one CSV file into one table, in one transaction: rows that cannot be taken are named, the rest goes in.
 * The same file again changes nothing. Scores follow when the changed accounts are closed and rescored. */
export async function importFile(ctx: Ctx, request: ImportRequest): Promise<ImportLedger> {
  await authorize(ctx, "import:run");
  const spec = TABLES.get(request.table);
  if (!spec)
    throw new AppError("invalid", `There is no table "${request.table}". Tables: ${[...TABLES.keys()].join(", ")}.`);
  const [workspace] = await ctx.db.select().from(settings);
  if (workspace?.isDemo && !request.intoDemo) {
    throw new AppError(
      "conflict",
      "This installation holds the demo company. Empty it first (npm run reset), or say --into-demo to mix the two.",
    );
  }
  const fileHash = await hashOf(request.path);
  let ledger: ImportLedger | undefined;
  const work = withTransaction(
    ctx,
    async ({ tx, client }) => {
      await client.query("select set_config('timezone', $1, true)", [workspace?.timeZone ?? "UTC"]);
      const { path, mapping } = request;
      const accountColumn = accountColumnOf(spec);
      const through = (mapping && sourcesOf(mapping).get(accountColumn)?.through) ?? null;
      const link = through ? { name: through, accounts: await loadLinks(client, through) } : null;
      const by = mapping?.accountBy ?? "external_id";
      const accounts = by === "external_id" ? null : await loadAccountIds(client, by);
      const shape: FileShape = { records: 0, leftOut: 0, ignored: [] };
      const whole = (name: string) => spec.columns.some((column) => column.name === name && column.type === "integer");
      const source = fileSource(path);
      const read = recordShape();
      const records = readRecords(source, await detectDialect(source), read);
      const rows = readRows(records, { spec, link, accounts }, mapping, shape);
      const quietDays = mapping?.quietDays === "zero" ? [...sourcesOf(mapping).keys()].filter(whole) : null;
      const options = { spec, today: ctx.today, workspaceCurrency: workspace?.currency ?? "USD", quietDays };
      const applied = await applyRows(client, rows, options);
      const { notRead, unreadable } = read;
      const { records: taken, leftOut, ignored } = shape;
      ledger = { ...applied, records: taken, leftOut, ignoredColumns: ignored, notRead, unreadable };
      if (spec.feed && ledger.accepted > 0) await refreshFeeds(client);
      const { accepted, unchanged, firstDay, lastDay, rejections } = ledger;
      const summary = {
        table: spec.table,
        fileName: basename(request.path),
        fileHash,
        accepted,
        unchanged,
        firstDay,
        lastDay,
      };
      const importedBy = actorName(ctx.actor);
      await tx.insert(imports).values({ ...summary, rejected: rejections.length, notRead, importedBy });
      await emitAudit(ctx, tx, {
        entry: "import.applied",
        subject: spec.table,
        after: { ...summary, rejected: rejections.length },
      });
      if (request.isDryRun) throw new DryRun();
    },
    { statementTimeoutMillis: 0 },
  );
  await work.catch((error) => {
    if (!(error instanceof DryRun)) throw error;
  });
  if (!ledger) throw new Error("The import ended without a ledger");
  ledger.rejections.sort((a, b) => a.line - b.line);
  return ledger;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new AppError("not_found", `There is no file ${path}.`);
  }
  return hash.digest("hex");
}
