import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase } from "@/db/client";
import { getErrorFile } from "@/db/queries/get-error-file";
import { getImportSession, type ImportedFile, type ImportSession } from "@/db/queries/get-import-session";
import { listImportFaults } from "@/db/queries/list-import-faults";
import { requestImport } from "@/lib/commands/request-import";
import { undoImport } from "@/lib/commands/undo-import";
import { AppError } from "@/lib/errors";
import { writeCsv } from "@/lib/ingest/write-csv";
import { importSession } from "@/lib/jobs/import-session";
import { type Ctx, systemContext } from "@/lib/server/context";
import { bringFiles } from "./import-bring";
import { readFlags, USAGE, undoOf } from "./import-flags";
import { reportFile, reportSession } from "./import-report";

/** Rejected rows told one by one. */
const SHOWN = 50;

async function main() {
  const { values, positionals: paths } = readFlags();
  if (values.help) return console.log(USAGE);
  const ctx = await systemContext("import");
  if (values.undo !== undefined) return undo(ctx, undoOf(values.undo));
  if (paths.length === 0) throw new AppError("invalid", USAGE);
  const sessionId = await bringFiles(ctx, paths, values);
  const isDryRun = values["dry-run"];
  const what = isDryRun ? "preview" : "apply";
  await requestImport(ctx, { sessionId, what, intoDemo: values["into-demo"] });
  await importSession(sessionId, { isScored: !values["no-score"] });
  const session = await ended(ctx, sessionId);
  for (const file of session.files)
    reportFile(file, isDryRun, isDryRun ? [] : await listImportFaults(ctx, file.id, SHOWN));
  reportSession(session, isDryRun);
  if (values.errors) await writeErrors(ctx, session.files, values.errors);
  const isWhole = session.files.every(
    (file) => file.error === null && rejectedOf(file) === 0 && file.counts.notRead === 0,
  );
  if (!isWhole || session.error) process.exitCode = 1;
}

/** The session once nobody works on it: a worker may have been quicker to take it up. */
async function ended(ctx: Ctx, sessionId: number): Promise<ImportSession> {
  for (;;) {
    const session = await getImportSession(ctx, sessionId);
    if (!session.request) return session;
    await sleep(500);
  }
}

const rejectedOf = (file: ImportedFile) => file.preview?.counts.rejected ?? file.counts.rejected;

async function writeErrors(ctx: Ctx, files: readonly ImportedFile[], path: string): Promise<void> {
  const rejected = files.filter((file) => file.counts.rejected > 0);
  for (const [index, file] of rejected.entries()) {
    const { table } = await getErrorFile(ctx, file.id);
    const pieces: string[] = [];
    for await (const piece of writeCsv(table)) pieces.push(piece);
    await writeFile(index === 0 ? path : path.replace(/(\.\w+)?$/, `-${index + 1}$1`), pieces.join(""));
  }
}

async function undo(ctx: Ctx, importId: number): Promise<void> {
  const { fileName, left, sessionId } = await undoImport(ctx, { importId });
  if (sessionId !== null) await importSession(sessionId);
  console.log(`${fileName} is undone.`);
  for (const { table, rows, why } of left) console.log(`${rows} rows of ${table} stay: ${why}.`);
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
