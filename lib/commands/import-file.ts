import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { PoolClient } from "pg";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { imports, settings } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { ACCOUNTS, ATTRIBUTES, applyAccounts } from "@/lib/ingest/account-table";
import { type Applied, applyStage, fillQuietDays, loadLinks, resolveAccounts } from "@/lib/ingest/apply-stage";
import type { Mapping } from "@/lib/ingest/mapping";
import { sourcesOf } from "@/lib/ingest/mapping";
import { applyPeople, PEOPLE } from "@/lib/ingest/people-table";
import { type FileShape, readRows } from "@/lib/ingest/read-rows";
import { applyScorecards, SCORECARDS } from "@/lib/ingest/scorecard-table";
import { createStage, knows, type Rejection, stageRows } from "@/lib/ingest/stage";
import type { TableSpec } from "@/lib/ingest/table-spec";
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
export interface ImportLedger extends Applied {
  records: number;
  rows: number;
  leftOut: number;
  /** Days of zero use added for a log that says nothing on a quiet day; among the accepted and unchanged. */
  filled: number;
  rejections: Rejection[];
  ignoredColumns: string[];
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
      ledger = await importInto(client, ctx, spec, request, workspace?.currency ?? "USD");
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
      await tx.insert(imports).values({ ...summary, rejected: rejections.length, notRead: 0, importedBy });
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

async function importInto(
  client: PoolClient,
  ctx: Ctx,
  spec: TableSpec,
  { path, mapping }: ImportRequest,
  workspaceCurrency: string,
): Promise<ImportLedger> {
  const accountColumn = spec === PEOPLE ? "email" : "account_id";
  const extras = spec === ACCOUNTS ? ATTRIBUTES : undefined;
  const through = (mapping && sourcesOf(mapping).get(accountColumn)?.through) ?? null;
  const rejections: Rejection[] = [];
  const shape: FileShape = { records: 0, leftOut: 0, ignored: [] };
  const known = knows(spec, accountColumn, extras);
  const whole = (name: string) => spec.columns.some((column) => column.name === name && column.type === "integer");
  await createStage(client, spec, extras ? [extras.into] : []);
  const link = through ? { column: accountColumn, through, accounts: await loadLinks(client, through) } : null;
  const rows = readRows(path, { known, whole, link }, mapping, shape);
  const staged = await stageRows(client, rows, {
    spec,
    accountColumn,
    workspaceCurrency,
    rejections,
    ...(extras ? { extras } : {}),
  });
  const readable = staged + rejections.length;
  await client.query("analyze staged");
  if (spec !== ACCOUNTS && spec !== PEOPLE) await resolveAccounts(client, accountColumn, rejections);
  const isQuiet = mapping?.quietDays === "zero" && spec.table === "usage_days";
  const filled = isQuiet
    ? await fillQuietDays(
        client,
        [...sourcesOf(mapping).keys()].filter((name) => whole(name)),
      )
    : 0;
  const applied =
    spec === ACCOUNTS
      ? await applyAccounts(client, ctx.today, rejections)
      : spec === PEOPLE
        ? await applyPeople(client, rejections)
        : spec === SCORECARDS
          ? await applyScorecards(client, rejections)
          : await applyStage(client, spec, rejections);
  if (applied.accepted + applied.unchanged + rejections.length !== readable + filled) {
    throw new Error(
      `The import's sums do not agree: ${JSON.stringify({ ...applied, rejected: rejections.length, readable })}`,
    );
  }
  return {
    ...applied,
    records: shape.records,
    rows: readable,
    filled,
    leftOut: shape.leftOut,
    rejections,
    ignoredColumns: shape.ignored,
  };
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
