import "server-only";
import { createHash } from "node:crypto";
import { settings } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { applyFile, type FileLedger } from "@/lib/ingest/apply-file";
import { type Dialect, detectDialect } from "@/lib/ingest/dialect";
import { type FileSource, fileSource } from "@/lib/ingest/file-source";
import type { Mapping } from "@/lib/ingest/mapping";
import { recordLedger } from "@/lib/ingest/record-ledger";
import { TABLES } from "@/lib/ingest/tables";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export interface ImportRequest {
  table: string;
  path: string;
  mapping: Mapping | null;
  dialect?: Dialect;
  isDryRun?: boolean;
  intoDemo?: boolean;
}

export type ImportLedger = FileLedger;

class DryRun extends Error {}

/** Imports one file of this machine into one table, in one transaction: rows that cannot be taken are named, rows of unknown
 * accounts wait for them, the rest goes in. The same file again changes nothing. */
export async function importFile(ctx: Ctx, request: ImportRequest): Promise<FileLedger> {
  await authorize(ctx, "import:run");
  const spec = TABLES.get(request.table);
  if (!spec)
    throw new AppError("invalid", `There is no table "${request.table}". Tables: ${[...TABLES.keys()].join(", ")}.`);
  const [workspace = { currency: "USD", timeZone: "UTC", isDemo: false }] = await ctx.db.select().from(settings);
  if (workspace.isDemo && !request.intoDemo) {
    throw new AppError(
      "conflict",
      "This installation holds the demo company. Empty it first (npm run reset), or say --into-demo to mix the two.",
    );
  }
  const source = fileSource(request.path);
  const dialect = request.dialect ?? (await detectDialect(source));
  const { hash, bytes } = await measured(source);
  let ledger: FileLedger | undefined;
  const work = withTransaction(
    ctx,
    async ({ tx, client }) => {
      const { rows } = await client.query<{ id: number }>(
        `insert into imports (status, table_name, file_name, file_hash, file_bytes, dialect, mapping, imported_by)
         values ('importing', $1, $2, $3, $4, $5, $6, $7) returning id`,
        [spec.table, source.name, hash, bytes, JSON.stringify(dialect), json(request.mapping), actorName(ctx.actor)],
      );
      const importId = rows[0]?.id ?? 0;
      const { mapping } = request;
      const file = { source, dialect, spec, mapping, today: ctx.today, workspace, linked: new Map() };
      ledger = await applyFile(client, file, { importId });
      await recordLedger(client, importId, ledger);
      const { accepted, unchanged, rejected } = ledger;
      const after = { fileName: source.name, fileHash: hash, accepted, unchanged, rejected };
      await emitAudit(ctx, tx, { entry: "import.applied", subject: spec.table, after });
      if (request.isDryRun) throw new DryRun();
    },
    { statementTimeoutMillis: 0 },
  );
  await work.catch((error) => {
    if (!(error instanceof DryRun)) throw error;
  });
  if (!ledger) throw new Error("The import ended without a ledger");
  return ledger;
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

async function measured(source: FileSource): Promise<{ hash: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of source.open()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { hash: hash.digest("hex"), bytes };
}
