import { createReadStream } from "node:fs";
import { access, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { getErrorFile } from "@/db/queries/get-error-file";
import { getImportSession, type ImportedFile, type ImportSession } from "@/db/queries/get-import-session";
import { listImportFaults } from "@/db/queries/list-import-faults";
import { describeImport } from "@/lib/commands/describe-import";
import { mapImport } from "@/lib/commands/map-import";
import { requestImport } from "@/lib/commands/request-import";
import { saveMapping } from "@/lib/commands/save-mapping";
import { startImport } from "@/lib/commands/start-import";
import { undoImport } from "@/lib/commands/undo-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { AppError } from "@/lib/errors";
import { type Mapping, parseMapping } from "@/lib/ingest/mapping";
import { writeCsv } from "@/lib/ingest/write-csv";
import { importSession } from "@/lib/jobs/import-session";
import { type Ctx, systemContext } from "@/lib/server/context";
import { answered, questionLines } from "./import-answers";
import { reportFile, reportSession } from "./import-report";

const USAGE = `npm run import -- FILE… [--table T] [--map MAP.json] [--answers KEY=VALUE]… [--save-mapping NAME] [--dry-run]
  [--errors OUT.csv] [--into-demo] [--no-score]
npm run import -- --undo ID`;

/** Rejected rows told one by one. */
const SHOWN = 50;

const { values, positionals } = parseArgs({
  options: {
    table: { type: "string" },
    map: { type: "string" },
    answers: { type: "string", multiple: true, default: [] },
    "save-mapping": { type: "string" },
    errors: { type: "string" },
    undo: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    "into-demo": { type: "boolean", default: false },
    "no-score": { type: "boolean", default: false },
  },
  allowPositionals: true,
});

async function main() {
  const ctx = await systemContext("import");
  if (values.undo) return undo(ctx, Number(values.undo));
  if (positionals.length === 0) throw new AppError("invalid", USAGE);
  const given = values.map ? parseMapping(await readFile(values.map, "utf8")) : null;
  const { sessionId } = await startImport(ctx);
  const open: string[] = [];
  for (const path of positionals) open.push(...(await bring(ctx, sessionId, path, given)));
  if (open.length > 0) throw new AppError("invalid", `${open.join("\n")}\nNothing was imported.`);
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

/** Uploads a file and settles how it maps; what stays open is told with the flag that answers it. */
async function bring(ctx: Ctx, sessionId: number, path: string, given: Mapping | null): Promise<string[]> {
  await access(path).catch(() => {
    throw new AppError("not_found", `There is no file ${path}.`);
  });
  const bytes = createReadStream(path, { highWaterMark: 1024 * 1024 });
  const { importId } = await uploadImportFile(ctx, { sessionId, name: basename(path), length: null, bytes });
  if (values.table && !given) await describeImport(ctx, { importId, table: values.table });
  const session = await getImportSession(ctx, sessionId);
  const file = session.files.find(({ id }) => id === importId);
  const profile = file?.profile;
  if (!file || !profile) throw new Error(`${path} was not described`);
  if (given && !values.table) throw new AppError("invalid", "--map needs --table: the table that it fills.");
  const headers = profile.columns.map(({ header }) => header);
  const own = given ?? (profile.saved ? file.mapping : null);
  const settled = own ? { mapping: own, open: [] } : answered(profile.suggestion, values.answers, headers);
  const table = values.table ?? (profile.saved ? file.table : profile.suggestion.table);
  if (!table || !settled.mapping || settled.open.length > 0)
    return questionLines(path, profile.suggestion, settled.open);
  await mapImport(ctx, { importId, table, mapping: settled.mapping });
  if (values["save-mapping"])
    await saveMapping(ctx, { name: values["save-mapping"], table, headers, mapping: settled.mapping });
  return [];
}

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
